import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { compose } from '../../../server/sync/compose'
import { type Proposal, propose } from '../../../server/sync/proposal'

/** A board's worth of what writers may do, each alone, beginning with the same document. */
const stroke = fc.record({
  writer: fc.nat(3),
  key: fc.nat(4),
  text: fc.string({ maxLength: 6 }),
  kind: fc.constantFrom('set', 'type', 'erase'),
})

function beginning(): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = 50
  for (let key = 0; key < 5; key++) doc.getMap('notes').set(`n${key}`, new Y.Map([['text', 'seed']]))
  doc.getText('body').insert(0, 'a shared sentence')
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function strike(doc: Y.Doc, { key, text, kind }: { key: number; text: string; kind: string }): void {
  const body = doc.getText('body')
  if (kind === 'set') doc.getMap<Y.Map<string>>('notes').get(`n${key}`)?.set('text', text)
  else if (kind === 'type') body.insert(Math.min(key * 3, body.length), text)
  else body.delete(0, Math.min(key, body.length))
}

function proposalOf(doc: Y.Doc, updates: readonly Uint8Array[]): Proposal {
  const proposal = propose(doc, updates, 1_000)
  if (!proposal || proposal === 'tooMany') throw new Error('cannot be read')
  return proposal
}

const shown = (doc: Y.Doc) => [doc.getMap('notes').toJSON(), doc.getText('body').toString()]

describe('one update', () => {
  it('is taken as it came only when it says nothing that is known, and each writer’s in one run', () => {
    const doc = beginning()
    const writer = copyOf(doc)
    const before = Y.encodeStateVector(doc)
    strike(writer, { key: 1, text: 'lake', kind: 'set' })
    strike(writer, { key: 4, text: '', kind: 'erase' })
    const fresh = Y.encodeStateAsUpdate(writer, before)
    expect(compose(doc, [proposalOf(doc, [fresh])])).toBe(fresh)
    const known = Y.encodeStateAsUpdate(writer)
    expect(proposalOf(doc, [known]).whole).toBeUndefined()
    const between = Y.encodeStateVector(writer)
    strike(writer, { key: 2, text: 'hill', kind: 'set' })
    expect(proposalOf(doc, [fresh, Y.encodeStateAsUpdate(writer, between)]).whole).toBeUndefined()
    Y.applyUpdate(doc, fresh)
    expect(proposalOf(doc, [fresh]).whole).toBeUndefined()
    // Two runs of client 9, of which Yjs would read the second only.
    const item = (text: number) => [4, 1, 1, 97, 1, text]
    const runs = Uint8Array.from([2, 1, 9, 0, ...item(120), 1, 9, 1, ...item(121), 0])
    expect(proposalOf(doc, [runs]).whole).toBeUndefined()
    const once = copyOf(doc)
    Y.applyUpdate(once, compose(doc, [proposalOf(doc, [runs])]))
    expect(Y.getState(once.store, 9)).toBe(2)
  })
})

describe('several writers’ updates as one', () => {
  it('change a document as they would one after another, and merge with later ones', () => {
    fc.assert(
      fc.property(fc.array(stroke, { maxLength: 30 }), fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), (strokes, ids) => {
        const doc = beginning()
        const writers = ids.map((id) => {
          const writer = copyOf(doc)
          writer.clientID = id
          const updates: Uint8Array[] = []
          writer.on('update', (update: Uint8Array) => updates.push(update))
          return { writer, updates }
        })
        for (const each of strokes) strike(writers[each.writer]?.writer as Y.Doc, each)
        const half = writers.map(({ updates }) => Math.ceil(updates.length / 2))
        const expected = copyOf(doc)
        for (const { updates } of writers) for (const update of updates) Y.applyUpdate(expected, update)
        const first = compose(
          doc,
          writers.map(({ updates }, index) => proposalOf(doc, updates.slice(0, half[index]))),
        )
        const between = copyOf(doc)
        Y.applyUpdate(between, first)
        const second = compose(
          between,
          // With what is known already, which must not be told twice.
          writers.map(({ updates }) => proposalOf(between, [Y.mergeUpdates([Y.encodeStateAsUpdate(new Y.Doc()), ...updates])])),
        )
        const merged = copyOf(doc)
        Y.applyUpdate(merged, Y.mergeUpdates([first, second]))
        Y.applyUpdate(between, second)
        expect(shown(between)).toEqual(shown(expected))
        expect(shown(merged)).toEqual(shown(expected))
        expect(between.store.pendingStructs).toBeNull()
      }),
    )
  })

  it('leave out the part of a struct that the document has, even when that was deleted for good', () => {
    const writer = new Y.Doc()
    const updates: Uint8Array[] = []
    writer.getMap('notes').set('n1', new Y.Map([['text', new Y.Text()]]))
    const text = writer.getMap<Y.Map<Y.Text>>('notes').get('n1')?.get('text')
    writer.on('update', (update: Uint8Array) => updates.push(update))
    const before = Y.encodeStateAsUpdate(writer)
    text?.insert(0, 'begun')
    text?.insert(5, ' and ended')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, before)
    Y.applyUpdate(doc, updates[0] as Uint8Array)
    doc.getMap('notes').delete('n1')
    // As Yjs itself writes it down: one struct, of which the document knows five letters.
    const whole = Y.encodeStateAsUpdate(writer)
    const state = Y.getState(doc.store, writer.clientID)
    const composed = compose(doc, [proposalOf(doc, [whole])])
    expect(Y.decodeUpdate(composed).structs.map(({ id }) => id.clock)).toEqual([state])
    Y.applyUpdate(doc, composed)
    expect(Y.getState(doc.store, writer.clientID)).toBe(Y.getState(writer.store, writer.clientID))
    expect(doc.getMap('notes').size).toBe(0)
  })
})
