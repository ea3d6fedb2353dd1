import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepNote } from '../../../../client/tools/ideas/keep-note'
import type { Role } from '../../../../shared/access/actor'
import { limits } from '../../../../shared/sync/limits'
import { ideaModes, ideas } from '../../../../shared/tools/ideas/collections'
import { locks } from '../../../../shared/workshop/collections'
import { person } from '../../../support/boards'

function session(role: Role = 'contributor') {
  return { board: new Y.Doc(), record: new Y.Doc(), actor: person('ben', role), serverNow: () => 1_000 }
}
const note = { listId: 'prompt_map', as: 'question', text: 'Who could offer child care?' } as const

describe('a note that another tool keeps', () => {
  it('[SERVICES-20] stands in the step’s list under one’s own name, a question or an idea', () => {
    const here = session()
    const kept = keepNote(here, note)
    keepNote(here, { ...note, as: 'point', text: 'Find a partner for child care.' })
    expect(ideas.all(here.board).map(({ kind, text, authorId, promptId }) => [kind, text, authorId, promptId])).toEqual([
      ['question', 'Who could offer child care?', 'p_ben', 'prompt_map'],
      ['idea', 'Find a partner for child care.', 'p_ben', 'prompt_map'],
    ])
    expect(kept).toEqual({ ref: { collection: 'ideas', id: ideas.all(here.board)[0]?.id } })
  })

  it('[SERVICES-20] is refused to readers, under a lock, in private writing and on a full board, and nothing is kept', () => {
    const locked = session()
    locks.put(locked.record, { id: 'ideas', byName: 'Rosa', atMs: 1 })
    const secret = session()
    ideaModes.put(secret.record, { id: 'prompt_map', writing: 'private', anonymous: false, privateCount: 0 })
    for (const [here, words] of [
      [session('voter'), /not write/],
      [locked, /locked/],
      [secret, /private/],
    ] as const) {
      expect(keepNote(here, note)).toMatchObject({ refusal: expect.stringMatching(words) })
      expect(here.board.getMap(ideas.name).size).toBe(0)
    }
    const full = session()
    for (let index = 0; index < limits.notesPerBoard; index++) full.board.getMap(ideas.name).set(`idea_${index}`, new Y.Map())
    expect(keepNote(full, note)).toMatchObject({ refusal: expect.stringMatching(/as many notes/) })
  })
})
