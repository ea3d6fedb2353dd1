import * as Y from 'yjs'

/** An item of an update, by the id of its last part, and the item it was written before. */
export interface Placed {
  readonly last: Y.ID
  readonly before: Y.ID
}

/** The items of an update that say what they were written before. */
export function placedItems(structs: readonly (Y.Item | Y.GC)[]): readonly Placed[] {
  return structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || struct.rightOrigin === null) return []
    return [{ last: Y.createID(struct.id.client, struct.id.clock + struct.length - 1), before: struct.rightOrigin }]
  })
}

/**
 * Whether each item really stands before the one it names. Whoever wrote it saw it there, and the order of two items
 * never changes; an item that names one of another list, or one that stands before it, would come to stand elsewhere
 * on every replica. What was deleted for good cannot be asked. Source: THREATS section 4.
 */
export function standBefore(doc: Y.Doc, placed: readonly Placed[]): boolean {
  return placed.every(({ last, before }) => {
    const [item, right] = [itemAt(doc, last), itemAt(doc, before)]
    if (!item || !right || item === right) return true
    if (item.parent !== right.parent || item.parentSub !== right.parentSub) return false
    for (let next = item.right; next; next = next.right) if (next === right) return true
    return false
  })
}

/** The item that holds an id now; undefined for what was deleted for good. */
function itemAt(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | undefined {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return undefined
  const found = structs[Y.findIndexSS(structs, clock)]
  return found instanceof Y.Item ? found : undefined
}
