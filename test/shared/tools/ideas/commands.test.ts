import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { limits } from '../../../../shared/sync/limits'
import {
  deleteCluster,
  makeCluster,
  moveCluster,
  renameCluster,
  restoreCluster,
  setClusterCollapsed,
} from '../../../../shared/tools/ideas/cluster-commands'
import { clusters, ideas } from '../../../../shared/tools/ideas/collections'
import {
  addIdeas,
  deleteIdeas,
  editIdea,
  insertSteps,
  moveIdeas,
  publishIdeas,
  restoreIdeas,
  setIdeaKind,
} from '../../../../shared/tools/ideas/commands'
import type { ClusterId } from '../../../../shared/tools/ideas/schema'
import { boardOf, restorableIdeas } from '../../../../shared/tools/ideas/selectors'
import { actorOf, amara, ben, boardWith, promptId, rosa, shown, sync } from './board'

const made = (id: ClusterId | undefined): ClusterId => id ?? 'cluster_none'

describe('writing notes', () => {
  it('[IDEAS-2] takes 1 to 2 000 characters and nothing else', () => {
    const { doc, ids } = boardWith(['', '   ', 'a', 'x'.repeat(limits.noteLength), 'x'.repeat(limits.noteLength + 1), 'x'.repeat(100_000)])
    expect(ids).toHaveLength(2)
    const [first = 'idea_x'] = ids
    expect(editIdea(doc, amara, first, '')).toBe(false)
    expect(editIdea(doc, amara, first, 'x'.repeat(limits.noteLength + 1))).toBe(false)
    expect(ideas.get(doc, first)?.text).toBe('a')
  })

  it('[IDEAS-3] lets authors and facilitators edit, and every writer move', () => {
    const { doc, ids } = boardWith(['Shared intake form'])
    const [id = 'idea_x'] = ids
    expect(editIdea(doc, ben, id, 'Changed')).toBe(false)
    setIdeaKind(doc, ben, ids, 'barrier')
    expect(deleteIdeas(doc, ben, ids, 2)).toEqual([])
    expect(ideas.get(doc, id)).toMatchObject({ text: 'Shared intake form', kind: 'idea' })
    expect(editIdea(doc, amara, id, 'One intake form')).toBe(true)
    expect(editIdea(doc, rosa, id, 'One intake form for all')).toBe(true)
    const cluster = made(makeCluster(doc, ben, { promptId, name: 'One door', ideaIds: ids }))
    expect(ideas.get(doc, id)?.clusterId).toBe(cluster)
  })

  it('adds nothing for a voter or an observer', () => {
    const doc = new Y.Doc()
    addIdeas(doc, actorOf('vera', 'voter'), { promptId, nowMs: 1, notes: [{ text: 'No', kind: 'idea' }] })
    expect(makeCluster(doc, actorOf('olaf', 'observer'), { promptId, name: 'No', ideaIds: [] })).toBeUndefined()
    expect(ideas.all(doc)).toEqual([])
  })

  it('[IDEAS-11] adds nothing that passes the limit of notes per board', () => {
    const { doc } = boardWith(Array.from({ length: limits.notesPerBoard - 1 }, (_, index) => `n${index}`))
    expect(
      addIdeas(doc, ben, {
        promptId,
        nowMs: 2,
        notes: [
          { text: 'a', kind: 'idea' },
          { text: 'b', kind: 'idea' },
        ],
      }),
    ).toEqual([])
    expect(addIdeas(doc, ben, { promptId, nowMs: 2, notes: [{ text: 'a', kind: 'idea' }] })).toHaveLength(1)
    expect(addIdeas(doc, ben, { promptId, nowMs: 2, notes: [{ text: 'b', kind: 'idea' }] })).toEqual([])
  })

  it('[IDEAS-9] keeps the order of pasted lines, ahead of what is there, in steps the wire takes', () => {
    const { doc } = boardWith(['here before'])
    const notes = Array.from({ length: 2_300 }, (_, index) => ({ text: `line ${index}`, kind: 'idea' as const }))
    const sizes: number[] = []
    doc.on('update', (update: Uint8Array) => sizes.push(update.byteLength))
    for (const step of insertSteps(notes)) addIdeas(doc, amara, { promptId, notes: step, nowMs: 2 })
    expect(sizes).toHaveLength(3)
    expect(Math.max(...sizes)).toBeLessThan(limits.updateBytes)
    expect(shown(doc)['']).toEqual([...notes.map((note) => note.text), 'here before'])
  })

  it('[IDEAS-9] cuts long notes into smaller steps', () => {
    const notes = Array.from({ length: 600 }, () => ({ text: 'ع'.repeat(limits.noteLength), kind: 'idea' as const }))
    for (const step of insertSteps(notes)) {
      const doc = new Y.Doc()
      addIdeas(doc, amara, { promptId, notes: step, nowMs: 2 })
      expect(Y.encodeStateAsUpdate(doc).byteLength).toBeLessThan(limits.updateBytes)
    }
  })
})

describe('sorting notes', () => {
  it('[IDEAS-7] moves several in their order, before a note or to the end', () => {
    const { doc, ids } = boardWith(['a', 'b', 'c', 'd', 'e'])
    const [a, b, c, d, e] = ids
    if (!a || !b || !c || !d || !e) throw new Error('five notes')
    moveIdeas(doc, ben, promptId, [d, a], { clusterId: null, beforeId: c })
    expect(shown(doc)['']).toEqual(['b', 'd', 'a', 'c', 'e'])
    moveIdeas(doc, ben, promptId, [b], { clusterId: null, beforeId: null })
    expect(shown(doc)['']).toEqual(['d', 'a', 'c', 'e', 'b'])
    deleteIdeas(doc, amara, [c], 5)
    const cluster = made(makeCluster(doc, ben, { promptId, name: 'One door', ideaIds: [e, c, a] }))
    expect(shown(doc)).toEqual({ '': ['d', 'b'], 'One door': ['e', 'a'] })
    expect(ideas.get(doc, c)).toMatchObject({ clusterId: null, deletedAtMs: 5 })
    moveIdeas(doc, ben, promptId, [d], { clusterId: cluster, beforeId: e })
    expect(shown(doc)).toEqual({ '': ['b'], 'One door': ['d', 'e', 'a'] })
  })

  it('[IDEAS-8] keeps the notes of a deleted cluster and brings them back with it', () => {
    const { doc, ids } = boardWith(['a', 'b'])
    const id = made(makeCluster(doc, ben, { promptId, name: 'One door', ideaIds: ids }))
    deleteCluster(doc, ben, id, 3)
    expect(shown(doc)).toEqual({ '': ['a', 'b'] })
    restoreCluster(doc, ben, id)
    expect(shown(doc)).toEqual({ '': [], 'One door': ['a', 'b'] })
  })

  it('names, folds and orders clusters', () => {
    const doc = new Y.Doc()
    const [x, y, z] = ['x', 'y', 'z'].map((name) => made(makeCluster(doc, amara, { promptId, name, ideaIds: [] })))
    if (!x || !y || !z) throw new Error('three clusters')
    moveCluster(doc, ben, z, x)
    moveCluster(doc, ben, x, null)
    renameCluster(doc, ben, y, `  ${'n'.repeat(200)} `)
    setClusterCollapsed(doc, ben, x, true)
    const names = boardOf([], clusters.all(doc), promptId).columns.map(({ cluster }) => cluster.name)
    expect(names).toEqual(['z', 'n'.repeat(limits.nameLength), 'x'])
    expect(clusters.get(doc, x)?.collapsed).toBe(true)
  })

  it('[IDEAS-1] shows a note whose cluster is unknown as not yet sorted', () => {
    const { doc, ids } = boardWith(['a'])
    ideas.patch(doc, ids[0] ?? '', { clusterId: 'cluster_gone' })
    expect(shown(doc)).toEqual({ '': ['a'] })
  })

  it('finds room beside an order key that no key can stand next to', () => {
    const { doc, ids } = boardWith(['a', 'b'])
    ideas.patch(doc, ids[0] ?? '', { order: 'a00' })
    addIdeas(doc, ben, { promptId, nowMs: 2, notes: [{ text: 'c', kind: 'idea' }] })
    expect(shown(doc)[''] ?? []).toHaveLength(3)
  })
})

describe('deleting notes', () => {
  it('[IDEAS-5] hides a deleted note, keeps it 30 days, and brings it back where it was', () => {
    const { doc, ids } = boardWith(['a', 'b', 'c'])
    const day = 24 * 60 * 60 * 1000
    deleteIdeas(doc, amara, ids.slice(1, 2), 1_000)
    expect(shown(doc)['']).toEqual(['a', 'c'])
    expect(restorableIdeas(ideas.all(doc), promptId, 1_000 + 30 * day - 1)).toHaveLength(1)
    expect(restorableIdeas(ideas.all(doc), promptId, 1_000 + 30 * day)).toHaveLength(0)
    restoreIdeas(doc, ben, ids)
    expect(shown(doc)['']).toEqual(['a', 'c'])
    restoreIdeas(doc, rosa, ids)
    expect(shown(doc)['']).toEqual(['a', 'b', 'c'])
  })

  it('[IDEAS-5] beats an edit and a move made at the same time', () => {
    const { doc, ids } = boardWith(['a'])
    const other = new Y.Doc()
    sync(doc, other)
    deleteIdeas(doc, amara, ids, 2)
    editIdea(other, amara, ids[0] ?? 'idea_x', 'edited')
    makeCluster(other, ben, { promptId, name: 'One door', ideaIds: ids })
    sync(doc, other)
    expect(shown(doc)).toEqual({ '': [], 'One door': [] })
    expect(shown(other)).toEqual(shown(doc))
    expect(restorableIdeas(ideas.all(doc), promptId, 3)).toMatchObject([{ text: 'edited' }])
  })
})

describe('private notes left over', () => {
  it('go on the board by their author, unless they were promised anonymity', () => {
    const board = new Y.Doc()
    const mine = new Y.Doc()
    addIdeas(mine, amara, { promptId, nowMs: 1, notes: [{ text: 'late', kind: 'doubt' }] })
    addIdeas(mine, amara, { promptId, nowMs: 1, anonymous: true, notes: [{ text: 'nameless', kind: 'idea' }] })
    expect(publishIdeas(mine, board, amara, promptId, 2)).toBe(1)
    expect(ideas.all(board)).toMatchObject([{ text: 'late', kind: 'doubt', authorId: amara.id }])
    expect(ideas.all(mine)).toMatchObject([{ text: 'nameless' }])
  })
})

describe('people sorting at the same time', () => {
  type Act = { readonly who: number; readonly kind: number; readonly pick: number; readonly to: number }
  const act = fc.record({ who: fc.nat(2), kind: fc.nat(8), pick: fc.nat(40), to: fc.nat(40) })

  function perform(docs: readonly Y.Doc[], { who, kind, pick, to }: Act): void {
    const doc = docs[who] ?? new Y.Doc()
    const actor = [amara, ben, rosa][who] ?? amara
    const all = ideas.all(doc)
    const columns = boardOf(all, clusters.all(doc), promptId).columns
    const id = all[pick % Math.max(1, all.length)]?.id ?? 'idea_none'
    const beforeId = all[to % Math.max(1, all.length)]?.id ?? null
    const cluster = columns[to % Math.max(1, columns.length)]?.cluster.id ?? null
    if (kind === 0) addIdeas(doc, actor, { promptId, nowMs: 1, notes: [{ text: `n${pick}-${to}`, kind: 'idea', clusterId: cluster }] })
    if (kind === 1) moveIdeas(doc, actor, promptId, [id], { clusterId: cluster, beforeId })
    if (kind === 2) makeCluster(doc, actor, { promptId, name: `c${to}`, ideaIds: [id] })
    if (kind === 3 && cluster) deleteCluster(doc, actor, cluster, 2)
    if (kind === 4) deleteIdeas(doc, actor, [id], 2)
    if (kind === 5) editIdea(doc, actor, id, `edited ${to}`)
    if (kind === 6 && cluster) moveCluster(doc, actor, cluster, columns[pick % columns.length]?.cluster.id ?? null)
    if (kind === 7) restoreIdeas(doc, actor, [id])
    if (kind === 8) sync(doc, docs[to % docs.length] ?? doc)
  }

  it('[IDEAS-6] [IDEAS-1] end with one board on which every note stands exactly once', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
        for (const each of acts) perform(docs, each)
        sync(...docs)
        sync(...docs)
        const boards = docs.map(shown)
        expect(boards[1]).toEqual(boards[0])
        expect(boards[2]).toEqual(boards[0])
        const [doc = new Y.Doc()] = docs
        const board = boardOf(ideas.all(doc), clusters.all(doc), promptId)
        const placed = [...board.unsorted, ...board.columns.flatMap(({ notes }) => notes)].map((note) => note.id)
        expect(new Set(placed).size).toBe(placed.length)
        expect(placed).toHaveLength(ideas.all(doc).filter((idea) => idea.deletedAtMs === undefined).length)
      }),
      { numRuns: 150 },
    )
  })
})
