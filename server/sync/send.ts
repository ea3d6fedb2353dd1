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

function syncFrame(type: number, bytes: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, frameType.sync)
    encoding.writeVarUint(encoder, type)
    encoding.writeVarUint8Array(encoder, bytes)
  })
}

/** An awareness message about nobody; the provider drops a line that is silent for 30 s. */
export const keepAliveFrame = awarenessFrame(Uint8Array.of(0))
