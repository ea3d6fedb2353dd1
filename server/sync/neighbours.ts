import * as Y from 'yjs'

/** An item of an update, by the ids of its first and last part, and the items that it was written between. */
export interface Placed {
  readonly first: Y.ID
  readonly last: Y.ID
  readonly after: Y.ID | null
  readonly before: Y.ID | null
}

/** The items of an update that say what they were written beside. */
export function placedItems(structs: readonly (Y.Item | Y.GC)[]): readonly Placed[] {
  return structs.flatMap((struct) => {
    if (!(struct instanceof Y.Item) || (struct.origin === null && struct.rightOrigin === null)) return []
    const { client, clock } = struct.id
    return [{ first: struct.id, last: Y.createID(client, clock + struct.length - 1), after: struct.origin, before: struct.rightOrigin }]
  })
}

/**
 * Whether each item really stands between the two that it names. Whoever wrote it saw it there, and the order of two items
 * never changes; an item that names one of another list, or two that stand the other way round, would come to stand
 * elsewhere on a replica that hears of things in another order. What was deleted for good cannot be asked. Source: THREATS
 * section 4.
 */
export function standBetween(doc: Y.Doc, placed: readonly Placed[]): boolean {
  const lists = new Lists()
  return placed.every(({ first, last, after, before }) => {
    return (after === null || inOrder(doc, lists, after, first)) && (before === null || inOrder(doc, lists, last, before))
  })
}

function inOrder(doc: Y.Doc, lists: Lists, earlier: Y.ID, later: Y.ID): boolean {
  const [left, right] = [itemAt(doc, earlier), itemAt(doc, later)]
  if (!left || !right) return true
  if (left === right) return earlier.clock < later.clock
  if (left.parent !== right.parent || left.parentSub !== right.parentSub) return false
  let next = left.right
  for (let steps = 0; next && steps < nearby; steps++) {
    if (next === right) return true
    next = next.right
  }
  return next !== null && lists.isBefore(left, right)
}

/** So many items are looked at one by one before a list is numbered. */
const nearby = 50

/** Lists whose items were numbered from left to right, so that many questions about a long one cost one walk. */
class Lists {
  readonly #places = new Map<Y.Item, number>()

  isBefore(left: Y.Item, right: Y.Item): boolean {
    if (!this.#places.has(left)) this.#number(left)
    return (this.#places.get(left) ?? 0) < (this.#places.get(right) ?? 0)
  }

  #number(item: Y.Item): void {
    let start = item
    while (start.left) start = start.left
    let place = 0
    for (let next: Y.Item | null = start; next; next = next.right) this.#places.set(next, ++place)
  }
}

/** The item that holds an id now; undefined for what was deleted for good. */
function itemAt(doc: Y.Doc, { client, clock }: Y.ID): Y.Item | undefined {
  const structs = doc.store.clients.get(client)
  if (!structs || clock >= Y.getState(doc.store, client)) return undefined
  const found = structs[Y.findIndexSS(structs, clock)]
  return found instanceof Y.Item ? found : undefined
}
