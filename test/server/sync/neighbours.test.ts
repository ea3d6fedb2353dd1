import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { placedItems, standBetween } from '../../../server/sync/neighbours'

/** A text of three items, each of another writer, and what somebody makes of it. */
function written(change: (text: Y.Text, items: readonly Y.Item[], doc: Y.Doc) => void): boolean {
  const doc = new Y.Doc()
  for (const [index, letters] of ['ab', 'cd', 'ef'].entries()) {
    doc.clientID = index + 1
    doc.getText('body').insert(index * 2, letters)
  }
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.clientID = 9
  const items: Y.Item[] = []
  for (let item = other.getText('body')._start; item; item = item.right) items.push(item)
  change(other.getText('body'), items, other)
  const update = Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
  const { structs } = Y.decodeUpdate(update)
  Y.applyUpdate(doc, update)
  return standBetween(doc, placedItems(structs.filter((struct) => !(struct instanceof Y.Skip)) as (Y.Item | Y.GC)[]))
}

function forge(doc: Y.Doc, parent: Y.Text, left: Y.Item, right: Y.Item): void {
  doc.transact((transaction) => {
    const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
    new Y.Item(id, left, left.lastId, right, right.id, parent, null, new Y.ContentString('x')).integrate(transaction, 0)
  })
}

describe('what an item says it was written between', () => {
  it('stands after it when somebody types, in the middle of words and over deleted ones too', () => {
    expect(written((text) => text.insert(3, 'typed'))).toBe(true)
    expect(
      written((text) => {
        text.delete(1, 3)
        text.insert(1, 'instead')
        text.insert(0, 'first ')
      }),
    ).toBe(true)
  })

  it('is refused where it stands before the item it was written after', () => {
    expect(written((text, [first, , last], doc) => forge(doc, text, last as Y.Item, first as Y.Item))).toBe(false)
  })

  it('is refused where it names one item as both, which would stand elsewhere on a replica that hears of it later', () => {
    expect(written((text, [, middle], doc) => forge(doc, text, middle as Y.Item, middle as Y.Item))).toBe(false)
  })

  it('is held in long texts between items far apart', () => {
    const apart = (swap: boolean) =>
      written((text, [first, , last], doc) => {
        for (let n = 0; n < 200; n++) text.insert(3, 'x')
        const ends = [first, last] as [Y.Item, Y.Item]
        forge(doc, text, ...(swap ? (ends.toReversed() as [Y.Item, Y.Item]) : ends))
      })
    expect(apart(false)).toBe(true)
    expect(apart(true)).toBe(false)
  })

  it('is refused where it stands in another list', () => {
    expect(
      written((_text, [first], doc) => {
        const other = doc.getText('other')
        other.insert(0, 'zz')
        forge(doc, other, other._start as Y.Item, first as Y.Item)
      }),
    ).toBe(false)
  })
})
