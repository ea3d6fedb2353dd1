import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { frameType, syncType } from '../../../../shared/sync/frames'

/** What a server's frame brings. */
export type Frame =
  | { readonly kind: 'step1' }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly states: number }
  | { readonly kind: 'other' }

/** Reads just enough of a frame to route it. */
export function readFrame(bytes: Uint8Array): Frame {
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === frameType.awareness) {
    decoding.readVarUint(decoder)
    return { kind: 'awareness', states: decoding.readVarUint(decoder) }
  }
  if (type !== frameType.sync) return { kind: 'other' }
  const sync = decoding.readVarUint(decoder)
  if (sync === syncType.step1) return { kind: 'step1' }
  return { kind: sync === syncType.step2 ? 'step2' : 'update', update: decoding.readVarUint8Array(decoder) }
}

export function syncFrame(type: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, payload)
  })
}

/** Asks for everything. */
export const askAll = syncFrame(syncType.step1, Uint8Array.of(0))

/** One client's awareness state. */
export function awarenessFrame(clientId: number, clock: number, state: unknown): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, clientId)
    encoding.writeVarUint(encoder, clock)
    encoding.writeVarString(encoder, JSON.stringify(state))
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}

/** A stretch of one client's history. */
export interface Span {
  readonly client: number
  readonly from: number
  readonly to: number
}

const known = new WeakMap<Frame, readonly Span[]>()

/** The stretches of history that a frame brings, joined where one follows the other; read once per frame. */
export function spansIn(frame: Extract<Frame, { update: Uint8Array }>): readonly Span[] {
  const spans = known.get(frame) ?? spansOf(frame.update)
  known.set(frame, spans)
  return spans
}

function spansOf(update: Uint8Array): readonly Span[] {
  const spans: { client: number; from: number; to: number }[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    // A Skip stands for what an update leaves out.
    if (struct instanceof Y.Skip) continue
    const { id, length } = struct
    const last = spans.at(-1)
    if (last?.client === id.client && last.to === id.clock) last.to += length
    else spans.push({ client: id.client, from: id.clock, to: id.clock + length })
  }
  return spans
}
