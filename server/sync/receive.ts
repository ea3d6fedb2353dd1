import * as decoding from 'lib0/decoding'
import { frameType, syncType } from '../../shared/sync/frames'

/** What a client's frame asks for. */
export type Received =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'queryAwareness' }
  | { readonly kind: 'malformed' }

/** Reads one socket message. */
export function receive(message: Uint8Array): Received {
  try {
    const decoder = decoding.createDecoder(message)
    switch (decoding.readVarUint(decoder)) {
      case frameType.sync:
        return receiveSync(decoder)
      case frameType.awareness:
        return { kind: 'awareness', update: decoding.readVarUint8Array(decoder) }
      case frameType.queryAwareness:
        return { kind: 'queryAwareness' }
      default:
        return { kind: 'malformed' }
    }
  } catch {
    return { kind: 'malformed' }
  }
}

function receiveSync(decoder: decoding.Decoder): Received {
  const type = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  switch (type) {
    case syncType.step1:
      return { kind: 'step1', stateVector: bytes }
    case syncType.step2:
      return { kind: 'step2', update: bytes }
    case syncType.update:
      return { kind: 'update', update: bytes }
    default:
      return { kind: 'malformed' }
  }
}
