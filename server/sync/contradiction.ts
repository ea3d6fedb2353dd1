import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'

/**
 * Whether a struct says something else than the document has under the same id. Then two writers share one client id,
 * and Yjs would pass over the later one's words in silence. What was deleted meanwhile cannot be compared.
 */
export function contradicts(doc: Y.Doc, struct: Y.Item | Y.GC): boolean {
  const { client, clock } = struct.id
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return false
  const stored = structs[Y.findIndexSS(structs, clock)]
  if (!(struct instanceof Y.Item) || !(stored instanceof Y.Item) || struct.deleted || stored.deleted) return false
  // An update names the key only where no neighbour tells it.
  if (struct.parentSub !== null && struct.parentSub !== stored.parentSub) return true
  const offset = clock - stored.id.clock
  const length = Math.min(struct.length, stored.length - offset)
  return !equalityDeep(wordsIn(struct.content, 0, length), wordsIn(stored.content, offset, length))
}

function wordsIn(content: Y.Item['content'], from: number, length: number): unknown {
  if (content instanceof Y.ContentString) return content.str.slice(from, from + length)
  if (content instanceof Y.ContentAny) return content.arr.slice(from, from + length)
  return content.constructor.name
}
