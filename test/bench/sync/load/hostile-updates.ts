import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { newId } from '../../../../shared/doc/ids'
import { ideas } from '../../../../shared/tools/ideas/collections'
import { noteOf } from './writer'

/** Updates that no editor makes. */

const contentAny = 8
const withRecordKey = 0x20
const array = 117
const object = 118
const stringValue = 119

/** One client's history of `count` empty entries. */
export function manyItems(count: number): Uint8Array {
  return history(count, (encoder) => {
    for (let item = 0; item < count; item++) {
      encoding.writeUint8(encoder, 0)
      encoding.writeVarUint(encoder, 1)
    }
  })
}

/** One entry that claims `length` ticks of its client's clock. */
export function clockBurn(length: number): Uint8Array {
  return history(1, (encoder) => {
    encoding.writeUint8(encoder, 0)
    encoding.writeVarUint(encoder, length)
  })
}

/** A value of arrays within arrays. */
export function deepValue(depth: number): Uint8Array {
  return valueAt('deep', (encoder) => {
    for (let level = 0; level < depth; level++) {
      encoding.writeUint8(encoder, array)
      encoding.writeVarUint(encoder, 1)
    }
    encoding.writeUint8(encoder, array)
    encoding.writeVarUint(encoder, 0)
  })
}

/** A value whose decoded object has another prototype. */
export function prototypeValue(): Uint8Array {
  return valueAt('proto', (encoder) => {
    encoding.writeUint8(encoder, object)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, '__proto__')
    encoding.writeUint8(encoder, object)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'isAdmin')
    encoding.writeUint8(encoder, stringValue)
    encoding.writeVarString(encoder, 'yes')
  })
}

/** Maps within maps. */
export function deepMaps(depth: number): Uint8Array {
  return written((doc) => {
    let inner = doc.getMap(ideas.name)
    for (let level = 0; level < depth; level++) inner = inner.set('m', new Y.Map())
  })
}

/** A record under a key that objects already have. */
export function prototypeKey(): Uint8Array {
  return written((doc) => doc.getMap(ideas.name).set('__proto__', new Y.Map([['text', 'x']])))
}

/** A note in somebody else's name. */
export function forgedNote(authorId: string): Uint8Array {
  return written((doc) => ideas.put(doc, noteOf(newId('idea'), authorId, 'Never said')))
}

/** Many notes of one's own, so that a document is large. */
export function manyNotes(authorId: string, count: number, characters: number): Uint8Array {
  return written((doc) => {
    for (let note = 0; note < count; note++) ideas.put(doc, noteOf(newId('idea'), authorId, 'x'.repeat(characters)))
  })
}

/** Deletes everything that a state vector names. */
export function deleteAll(stateVector: ReadonlyMap<number, number>): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, stateVector.size)
    for (const [client, clock] of stateVector) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, 1)
      encoding.writeVarUint(encoder, 0)
      encoding.writeVarUint(encoder, clock)
    }
  })
}

function written(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => write(doc))
  return Y.encodeStateAsUpdate(doc)
}

function history(structs: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, structs)
    encoding.writeVarUint(encoder, new Y.Doc().clientID)
    encoding.writeVarUint(encoder, 0)
    write(encoder)
    encoding.writeVarUint(encoder, 0)
  })
}

function valueAt(key: string, write: (encoder: encoding.Encoder) => void): Uint8Array {
  return history(1, (encoder) => {
    encoding.writeUint8(encoder, contentAny | withRecordKey)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, ideas.name)
    encoding.writeVarString(encoder, key)
    encoding.writeVarUint(encoder, 1)
    write(encoder)
  })
}
