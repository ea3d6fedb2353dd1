import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { check } from '../../../../shared/tools/ideas/check'
import { ideaModes } from '../../../../shared/tools/ideas/collections'
import type { Idea } from '../../../../shared/tools/ideas/schema'
import type { WrittenIn } from '../../../../shared/tools/tool'
import { amara, ben, promptId, rosa } from './board'

const note: Idea = {
  id: 'idea_1',
  promptId,
  text: 'One door',
  kind: 'idea',
  authorId: amara.id,
  clusterId: null,
  order: 'a0',
  createdAtMs: 1,
}
const onBoard: WrittenIn = { zone: 'board', record: new Y.Doc(), doc: new Y.Doc() }
const added = (after: unknown, actor = amara, where = onBoard) =>
  check(
    actor,
    {
      collection: 'ideas',
      id: note.id,
      change: 'added',
      fields: Object.keys(note),
      before: undefined,
      after,
      createdBy: actor.id,
    },
    where,
  )
const edited = (actor: typeof amara, changes: Partial<Idea>, before: Idea = note) =>
  check(
    actor,
    {
      collection: 'ideas',
      id: note.id,
      change: 'edited',
      fields: Object.keys(changes),
      before,
      after: { ...before, ...changes },
      createdBy: before.authorId ?? undefined,
    },
    onBoard,
  )
const removed = (actor: typeof amara, before: Idea = note) =>
  check(
    actor,
    {
      collection: 'ideas',
      id: note.id,
      change: 'removed',
      fields: [],
      before,
      after: undefined,
      createdBy: before.authorId ?? undefined,
    },
    onBoard,
  )

describe('what the server refuses of a note', () => {
  it('[IDEAS-4] lets a person write only under their own name', () => {
    expect(added(note)).toBeUndefined()
    expect(added({ ...note, authorId: ben.id })).toMatch(/name of the person/)
    expect(added({ ...note, authorId: null })).toMatch(/name of the person/)
    expect(added({ ...note, authorId: amara.id }, rosa)).toMatch(/name of the person/)
  })

  it('[IDEAS-4] keeps author, prompt and time as they were, for facilitators too', () => {
    for (const changes of [
      { authorId: ben.id },
      { authorId: null },
      { promptId: 'prompt_two' as const },
      { createdAtMs: 9 },
      { byline: 'Tom' },
    ]) {
      expect(edited(rosa, changes)).toMatch(/stays as it was/)
    }
  })

  it('[IDEAS-3] lets only author and facilitators edit or delete, everybody move', () => {
    expect(edited(ben, { text: 'x' })).toMatch(/Only its author/)
    expect(edited(ben, { kind: 'barrier' })).toMatch(/Only its author/)
    expect(edited(ben, { deletedAtMs: 3 })).toMatch(/Only its author/)
    expect(removed(ben)).toMatch(/Only its author/)
    expect(edited(ben, { clusterId: 'cluster_1', order: 'a1' })).toBeUndefined()
    for (const actor of [amara, rosa]) {
      expect(edited(actor, { text: 'x', kind: 'barrier', deletedAtMs: 3 })).toBeUndefined()
      expect(removed(actor)).toBeUndefined()
    }
  })

  it('[IDEAS-3] leaves a note without author to facilitators', () => {
    const anonymous = { ...note, authorId: null, anonymous: true }
    expect(edited(ben, { text: 'x' }, anonymous)).toMatch(/Only its author/)
    expect(edited(rosa, { text: 'x' }, anonymous)).toBeUndefined()
  })

  it('[IDEAS-22] takes no note on the board while its prompt is private, a facilitator’s neither', () => {
    const record = new Y.Doc()
    ideaModes.put(record, { id: promptId, writing: 'private', anonymous: false, privateCount: 0 })
    expect(added(note, amara, { zone: 'board', record, doc: new Y.Doc() })).toMatch(/written privately/)
    expect(added({ ...note, authorId: rosa.id }, rosa, { zone: 'board', record, doc: new Y.Doc() })).toMatch(/written privately/)
    expect(added(note, amara, { zone: 'private', record, doc: new Y.Doc() })).toBeUndefined()
    expect(added({ ...note, promptId: 'prompt_two' }, amara, { zone: 'board', record, doc: new Y.Doc() })).toBeUndefined()
  })

  it('[IDEAS-2] refuses words beyond the limit and orders that no key can stand next to', () => {
    expect(added({ ...note, text: 'x'.repeat(2_001) })).toMatch(/could not be read/)
    expect(added({ ...note, text: '' })).toMatch(/could not be read/)
    expect(edited(ben, { order: 'a00' })).toMatch(/could not be read/)
  })
})
