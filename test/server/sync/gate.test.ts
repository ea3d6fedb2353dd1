import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type GateRules, inspect } from '../../../server/sync/gate'
import { isEmpty, propose } from '../../../server/sync/proposal'
import type { RootRule } from '../../../server/sync/rules'
import { notes } from '../../support/sync-server'

const roots = new Map<string, RootRule>([
  ['notes', { kind: 'records', collection: notes }],
  ['locked', { kind: 'records', collection: notes }],
  ['body', { kind: 'text' }],
])

function rules(over: Partial<GateRules> = {}): GateRules {
  return {
    roots,
    isLocked: (root) => root === 'locked',
    ownerOf: (clientId) => (clientId === 1 ? 'p_somebody' : undefined),
    participantId: 'p_me',
    maxStructs: 20_000,
    ...over,
  }
}

/** What the gate says about a change made on a copy of `doc`. */
function verdictOn(doc: Y.Doc, change: (copy: Y.Doc) => void, over?: Partial<GateRules>): string {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(copy)
  change(copy)
  return verdictOf(doc, Y.encodeStateAsUpdate(copy, before), over)
}

function verdictOf(doc: Y.Doc, update: Uint8Array, over?: Partial<GateRules>): string {
  const proposal = propose(doc, [update], 20_000)
  if (!proposal) return 'undecodable'
  if (proposal === 'tooMany') return 'tooMany'
  if (isEmpty(proposal)) return 'empty'
  const verdict = inspect(doc, proposal, rules(over))
  if ('refused' in verdict) return verdict.refused.code
  return 'gap' in verdict ? 'gap' : 'admitted'
}

function board(): Y.Doc {
  const doc = new Y.Doc()
  notes.put(doc, { id: 'n1', text: 'river' })
  return doc
}

describe('the gate', () => {
  it('admits ordinary work: new records, edits, removals, rich text', () => {
    const doc = board()
    expect(verdictOn(doc, (copy) => notes.put(copy, { id: 'n2', text: 'forest' }))).toBe('admitted')
    expect(verdictOn(doc, (copy) => notes.patch(copy, 'n1', { text: 'lake' }))).toBe('admitted')
    expect(verdictOn(doc, (copy) => notes.remove(copy, 'n1'))).toBe('admitted')
    expect(
      verdictOn(doc, (copy) => {
        const paragraph = new Y.XmlElement('paragraph')
        const text = new Y.XmlText('We see')
        paragraph.insert(0, [text])
        copy.getXmlFragment('body').insert(0, [paragraph])
        text.insert(3, 'all ', { bold: true })
      }),
    ).toBe('admitted')
  })

  it('names the records that an update touches, also those it deletes from', () => {
    const doc = board()
    notes.put(doc, { id: 'n2', text: 'forest' })
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(copy)
    notes.patch(copy, 'n1', { text: 'lake' })
    notes.remove(copy, 'n2')
    notes.put(copy, { id: 'n3', text: 'hill' })
    const proposal = propose(doc, [Y.encodeStateAsUpdate(copy, before)], 20_000)
    const verdict = proposal && proposal !== 'tooMany' && inspect(doc, proposal, rules())
    expect(verdict && 'admitted' in verdict && [...(verdict.admitted.records.get('notes') ?? [])].sort()).toEqual(['n1', 'n2', 'n3'])
  })

  it('finds nothing new in what the stock provider sends when it connects', () => {
    const doc = board()
    notes.remove(doc, 'n1')
    notes.put(doc, { id: 'n2', text: 'forest' })
    expect(verdictOf(doc, Y.encodeStateAsUpdate(new Y.Doc()))).toBe('empty')
    expect(verdictOf(doc, Y.encodeStateAsUpdate(doc))).toBe('empty')
    expect(verdictOf(doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)))).toBe('empty')
  })

  it('reads no further than it must in an update of too many structs or deleted ranges', () => {
    const pairs = (count: number) => Array.from({ length: count }, () => [0, 1]).flat()
    const million = [0xc0, 0x84, 0x3d]
    // Cut off long before the million, so only who stops reading in time can tell.
    expect(verdictOf(board(), Uint8Array.from([1, ...million, 9, 0, ...pairs(21_000)]))).toBe('tooMany')
    expect(verdictOf(board(), Uint8Array.from([0, 1, 9, ...million, ...pairs(21_000)]))).toBe('tooMany')
    expect(verdictOf(board(), Uint8Array.from([0, 1, 9, ...million, ...pairs(19_000)]))).toBe('undecodable')
  })

  it('refuses what cannot be decoded, and a Skip', () => {
    const doc = board()
    expect(verdictOf(doc, Uint8Array.of(9, 9, 9))).toBe('undecodable')
    const updates: Uint8Array[] = []
    const other = new Y.Doc()
    other.on('update', (update: Uint8Array) => updates.push(update))
    for (const id of ['a', 'b', 'c']) notes.put(other, { id, text: 'x' })
    expect(verdictOf(doc, Y.mergeUpdates([updates[0], updates[2]] as Uint8Array[]))).toBe('undecodable')
    expect(verdictOf(doc, updates[2] as Uint8Array)).toBe('gap')
  })

  it('refuses the same client or the same deletion twice in one update, at once however often', () => {
    const doc = board()
    const twice = (count: number) =>
      encoding.encode((encoder) => {
        for (const value of [0, 1, doc.clientID, count]) encoding.writeVarUint(encoder, value)
        for (let i = 0; i < count; i++) for (const value of [0, 2]) encoding.writeVarUint(encoder, value)
      })
    expect(verdictOf(doc, twice(1))).toBe('admitted')
    expect(verdictOf(doc, twice(19_000))).toBe('undecodable')
    expect(verdictOf(doc, twice(200_000))).toBe('tooMany')
    const update = Y.encodeStateAsUpdate(doc)
    const structs = update.subarray(1, -1) // between the number of clients and that of deletions
    expect(verdictOf(new Y.Doc(), Uint8Array.of(1, ...structs, 0))).toBe('admitted')
    expect(verdictOf(new Y.Doc(), Uint8Array.of(2, ...structs, ...structs, 0))).toBe('undecodable')
  })

  it('refuses rich text that no editor could open, and values hidden between the fields of a record', () => {
    const doc = board()
    const body = (copy: Y.Doc) => copy.getXmlFragment('body')
    const hidden = (copy: Y.Doc) => copy.getMap('notes').get('n1') as unknown as Y.Array<unknown>
    expect(verdictOn(doc, (copy) => body(copy).insert(0, [new Y.XmlText()]))).toBe('room/bad-shape')
    expect(verdictOn(doc, (copy) => body(copy).insert(0, [new Y.XmlHook('x') as unknown as Y.XmlElement]))).toBe('room/bad-shape')
    expect(verdictOn(doc, (copy) => copy.getArray('body').insert(0, [{ not: 'an element' }]))).toBe('room/bad-shape')
    expect(verdictOn(doc, (copy) => Y.Array.prototype.insert.call(hidden(copy), 0, ['kept from sight']))).toBe('room/bad-shape')
    expect(
      verdictOn(doc, (copy) => {
        const line = new Y.XmlText()
        const paragraph = new Y.XmlElement('paragraph')
        body(copy).insert(0, [paragraph])
        paragraph.insert(0, [line])
        line.insertEmbed(0, { image: 'x' })
      }),
    ).toBe('room/bad-content')
  })

  it('refuses roots that the room does not have, and locked ones, for writing and deleting alike', () => {
    const doc = board()
    doc.getMap('locked').set('n1', new Y.Map())
    expect(verdictOn(doc, (copy) => copy.getMap('elsewhere').set('x', new Y.Map()))).toBe('room/unknown-root')
    expect(verdictOn(doc, (copy) => copy.getMap('locked').set('n2', new Y.Map()))).toBe('room/locked')
    expect(verdictOn(doc, (copy) => (copy.getMap('locked').get('n1') as Y.Map<unknown>).set('text', 'x'))).toBe('room/locked')
    expect(verdictOn(doc, (copy) => copy.getMap('locked').delete('n1'))).toBe('room/locked')
  })

  it('refuses to extend a client id that is somebody else’s', () => {
    expect(
      verdictOn(board(), (copy) => {
        copy.clientID = 1
        notes.put(copy, { id: 'n2', text: 'forged' })
      }),
    ).toBe('room/foreign-client')
  })

  it('refuses keys that would reach a prototype, and values that carry one', () => {
    const doc = board()
    expect(verdictOn(doc, (copy) => copy.getMap('notes').set('__proto__', new Y.Map()))).toBe('room/bad-key')
    expect(verdictOn(doc, (copy) => copy.getMap('notes').set('a b', new Y.Map()))).toBe('room/bad-key')
    expect(verdictOn(doc, (copy) => copy.getMap('notes').set('x'.repeat(65), new Y.Map()))).toBe('room/bad-key')
    const poisoned = JSON.parse('{"__proto__": {"admin": true}}')
    expect(verdictOn(doc, (copy) => (copy.getMap('notes').get('n1') as Y.Map<unknown>).set('text', poisoned))).toBe('room/bad-content')
  })

  it('refuses content that no tool writes: subdocuments, binary, sequences where records belong', () => {
    const doc = board()
    const note = (copy: Y.Doc) => copy.getMap('notes').get('n1') as Y.Map<unknown>
    expect(verdictOn(doc, (copy) => note(copy).set('text', new Y.Doc()))).toBe('room/bad-content')
    expect(verdictOn(doc, (copy) => note(copy).set('text', Uint8Array.of(1)))).toBe('room/bad-content')
    expect(verdictOn(doc, (copy) => copy.getMap('notes').set('n2', 'not a record'))).toBe('room/bad-shape')
    expect(verdictOn(new Y.Doc(), (copy) => copy.getArray('notes').insert(0, ['x']))).toBe('room/bad-shape')
    expect(verdictOn(new Y.Doc(), (copy) => copy.getMap('body').set('x', 1))).toBe('room/bad-shape')
  })

  it('refuses more maps at once than anybody writes', () => {
    const maps = (count: number) => (copy: Y.Doc) => {
      for (let i = 0; i < count; i++) copy.getMap('notes').set(`m${i}`, new Y.Map<unknown>())
    }
    expect(verdictOn(board(), maps(5_000))).toBe('admitted')
    expect(verdictOn(board(), maps(5_001))).toBe('tooMany')
  })

  it('refuses nesting beyond its limit, and too many structs', () => {
    const nest = (copy: Y.Doc) => {
      let map = copy.getMap<unknown>('notes')
      for (let i = 0; i < 30; i++) map = map.set(`k${i}`, new Y.Map<unknown>())
    }
    expect(verdictOn(new Y.Doc(), nest)).toBe('room/too-deep')
    expect(verdictOn(board(), (copy) => notes.put(copy, { id: 'n2', text: 'x' }), { maxStructs: 2 })).toBe('room/too-large')
  })

  it('refuses deletions and references of things that nobody knows', () => {
    const stranger = board()
    const before = Y.encodeStateVector(stranger)
    notes.patch(stranger, 'n1', { text: 'lake' })
    expect(verdictOf(new Y.Doc(), Y.encodeStateAsUpdate(stranger, before))).toBe('gap')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(stranger))
    const since = Y.encodeStateVector(other)
    notes.patch(other, 'n1', { text: 'hill' })
    expect(verdictOf(new Y.Doc(), Y.encodeStateAsUpdate(other, since))).toBe('room/unknown-reference')
    const eraser = new Y.Doc()
    Y.applyUpdate(eraser, Y.encodeStateAsUpdate(stranger))
    const known = Y.encodeStateVector(eraser)
    notes.remove(eraser, 'n1')
    expect(verdictOf(new Y.Doc(), Y.encodeStateAsUpdate(eraser, known))).toBe('room/unknown-reference')
  })

  it('decides about a long line typed letter by letter without running out of stack', () => {
    const doc = new Y.Doc()
    const text = new Y.XmlText()
    doc.getXmlFragment('body').insert(0, [text])
    const updates: Uint8Array[] = []
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    copy.on('update', (update: Uint8Array) => updates.push(update))
    const typed = copy.getXmlFragment('body').get(0) as Y.XmlText
    // Backwards, so that the letters do not merge into one struct.
    for (let i = 0; i < 5_000; i++) typed.insert(0, 'a')
    expect(verdictOf(doc, Y.mergeUpdates(updates))).toBe('admitted')
  })
})
