import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { frameType, syncType } from '../../shared/sync/frames'

/** The server's frames, one function each. */

export function step1Frame(doc: Y.Doc): Uint8Array {
  return syncFrame(syncType.step1, Y.encodeStateVector(doc))
}

/** @throws when the state vector cannot be read */
export function step2Frame(doc: Y.Doc, stateVector: Uint8Array): Uint8Array {
  return syncFrame(syncType.step2, Y.encodeStateAsUpdate(doc, stateVector))
}

/** The answer to somebody who has nothing, from one update that holds the whole document. */
export function fullFrame(state: Uint8Array): Uint8Array {
  return syncFrame(syncType.step2, state)
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(syncType.update, update)
}

export function awarenessFrame(update: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.awareness)
    encoding.writeVarUint8Array(encoder, update)
  })
}

export function savedFrame(count: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.saved)
    encoding.writeVarUint(encoder, count)
  })
}

export function refusedFrame(code: string, detail: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.refused)
    encoding.writeVarString(encoder, code)
    encoding.writeVarString(encoder, detail)
  })
}

/** Its bytes are copied once: they may be a whole document. */
function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint(encoder, bytes.byteLength)
  })
  const frame = new Uint8Array(head.byteLength + bytes.byteLength)
  frame.set(head)
  frame.set(bytes, head.byteLength)
  return frame
}

/**
 * One binary message as a socket carries it, built once for any number of sockets: final, unmasked, uncompressed.
 * Source: RFC 6455 section 5.2.
 */
export function wireFrame(message: Uint8Array): Buffer {
  const length = message.byteLength
  const headBytes = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(headBytes + length)
  frame[0] = 0x82 // final, binary
  if (headBytes === 2) frame[1] = length
  else if (headBytes === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, headBytes)
  return frame
}

/** An awareness message about nobody; the provider drops a line that is silent for 30 s. */
export const keepAliveFrame = awarenessFrame(Uint8Array.of(0))
