import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { makeCluster } from '../../../../shared/tools/ideas/cluster-commands'
import { addIdeas, insertSteps, moveIdeas } from '../../../../shared/tools/ideas/commands'
import { amara, ben, boardWith, promptId, shown, sync } from './board'

function undoOf(doc: Y.Doc): PersonUndo {
  const undo = new PersonUndo(['ideas', 'clusters'])
  undo.track(doc)
  return undo
}

describe('undo on the board', () => {
  it('[IDEAS-9] takes back a paste of 2 300 lines in one step', async () => {
    const { doc } = boardWith(['before'])
    const undo = undoOf(doc)
    const notes = Array.from({ length: 2_300 }, (_, index) => ({ text: `line ${index}`, kind: 'idea' as const }))
    await undo.group(doc, async () => {
      for (const step of insertSteps(notes)) addIdeas(doc, amara, { promptId, notes: step, nowMs: 2 })
    })
    expect(shown(doc)['']).toHaveLength(2_301)
    undo.undo()
    expect(shown(doc)['']).toEqual(['before'])
  })

  it('[IDEAS-10] takes back my move, and not what Ben did meanwhile', () => {
    const { doc, ids } = boardWith(['a', 'b', 'c'])
    const undo = undoOf(doc)
    const bens = new Y.Doc()
    sync(doc, bens)
    moveIdeas(doc, amara, promptId, ids.slice(0, 1), { clusterId: null, beforeId: null })
    sync(doc, bens)
    makeCluster(bens, ben, { promptId, name: 'Ben’s', ideaIds: ids.slice(1, 2) })
    sync(doc, bens)
    undo.undo()
    sync(doc, bens)
    expect(shown(doc)).toEqual({ '': ['a', 'c'], 'Ben’s': ['b'] })
    expect(shown(bens)).toEqual(shown(doc))
  })

  it('[IDEAS-10] keeps a note of mine that Ben has sorted since', () => {
    const { doc } = boardWith(['a'])
    const undo = undoOf(doc)
    const [id = 'idea_x'] = addIdeas(doc, amara, { promptId, notes: [{ text: 'mine', kind: 'idea' }], nowMs: 2 })
    const bens = new Y.Doc()
    sync(doc, bens)
    makeCluster(bens, ben, { promptId, name: 'Ben’s', ideaIds: [id] })
    sync(doc, bens)
    expect(undo.undo()).toBe(false)
    expect(shown(doc)).toEqual({ '': ['a'], 'Ben’s': ['mine'] })
  })
})
