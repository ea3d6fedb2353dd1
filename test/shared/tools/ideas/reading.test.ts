import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ideasTool } from '../../../../shared/tools/ideas'
import { deleteCluster, makeCluster } from '../../../../shared/tools/ideas/cluster-commands'
import { ideaModes } from '../../../../shared/tools/ideas/collections'
import { addIdeas, deleteIdeas } from '../../../../shared/tools/ideas/commands'
import type { WorkshopDocs } from '../../../../shared/tools/tool'
import { agenda, participants } from '../../../../shared/workshop/collections'
import { amara, ben, boardWith, promptId } from './board'

function docsWith(board: Y.Doc): WorkshopDocs {
  const record = new Y.Doc()
  agenda.put(record, { id: 'step_one', title: 'Ideas', minutes: 10, tool: 'ideas', prompt: 'What must be true by 2030?', order: 'a0' })
  participants.put(record, { id: amara.id, name: 'Amara Okafor', role: 'contributor', colour: 3, joinedAtMs: 1 })
  return { record, board, draft: () => undefined, parties: () => [], describe: () => undefined }
}
const words = (value: unknown) => JSON.stringify(value)

describe('what others read of the notes', () => {
  it('[IDEAS-15] lists notes by prompt and cluster with kind and author in words', () => {
    const { doc, ids } = boardWith(['Shared intake form', 'Loose', 'Gone'])
    makeCluster(doc, ben, { promptId, name: 'One door', ideaIds: ids.slice(0, 1) })
    deleteIdeas(doc, amara, ids.slice(2), 5)
    const docs = docsWith(doc)
    const [section] = ideasTool.outline(docs, { names: true, reservations: true })
    expect(section?.part).toBe('notes')
    const text = words(section)
    expect(text).toContain('What must be true by 2030?')
    expect(text.indexOf('One door')).toBeLessThan(text.indexOf('Not yet sorted'))
    expect(text).toContain('(Idea, Amara Okafor)')
    expect(text).not.toContain('Gone')
    expect(words(ideasTool.outline(docs, { names: false, reservations: true }))).not.toContain('Amara')
    expect(ideasTool.outline(docsWith(new Y.Doc()), { names: true, reservations: true })).toEqual([])
  })

  it('[IDEAS-14] [VOTES-51] offers for a vote clusters with a name and a note, those without a name with what to do first', () => {
    const { doc, ids } = boardWith(['a', 'b'])
    makeCluster(doc, ben, { promptId, name: 'Named', ideaIds: ids.slice(0, 1) })
    makeCluster(doc, ben, { promptId, name: '', ideaIds: ids.slice(1) })
    makeCluster(doc, ben, { promptId, name: 'Empty', ideaIds: [] })
    const sources = ideasTool.options?.(docsWith(doc)) ?? []
    expect(sources.map((source) => [source.label, source.options.map((option) => option.label)])).toEqual([
      ['From clusters', ['Named', 'Cluster without a name']],
      ['From notes', ['a', 'b']],
    ])
    expect(sources[0]?.options.map(({ problem }) => problem)).toEqual([undefined, 'Give this cluster a name first.'])
    expect(sources[1]?.options.map(({ by }) => by)).toEqual(['Amara Okafor', 'Amara Okafor'])
  })

  it('counts what is sorted, and describes records that are there', () => {
    const { doc, ids } = boardWith(['a', 'b'])
    const cluster = makeCluster(doc, ben, { promptId, name: 'Named', ideaIds: ids.slice(0, 1) }) ?? 'cluster_none'
    const docs = docsWith(doc)
    expect(ideasTool.progress(docs)).toEqual({ done: 1, total: 2, summary: '2 notes, 1 cluster' })
    expect(ideasTool.describe(docs, { collection: 'clusters', id: cluster })).toBe('Named')
    expect(ideasTool.describe(docs, { collection: 'ideas', id: ids[1] ?? '' })).toBe('b')
    deleteCluster(doc, ben, cluster, 1)
    expect(ideasTool.describe(docs, { collection: 'clusters', id: cluster })).toBeUndefined()
    expect(ideasTool.describe(docs, { collection: 'ideas', id: 'idea_none' })).toBeUndefined()
  })

  it('keeps a long note to one line of an option', () => {
    const doc = new Y.Doc()
    addIdeas(doc, amara, { promptId, nowMs: 1, notes: [{ text: `first\nsecond ${'x'.repeat(400)}`, kind: 'idea' }] })
    const [label] = ideasTool.options?.(docsWith(doc))[0]?.options.map((option) => option.label) ?? []
    expect(label).toHaveLength(200)
    expect(label).not.toContain('\n')
  })

  it('[IDEAS-31] counts the notes that are not revealed yet, of all prompts', () => {
    const docs = docsWith(boardWith(['a']).doc)
    expect(ideasTool.unrevealedSources?.(docs)).toBe(0)
    ideaModes.put(docs.record, { id: promptId, writing: 'private', anonymous: false, privateCount: 3 })
    ideaModes.put(docs.record, { id: 'prompt_two', writing: 'private', anonymous: true, privateCount: 1 })
    expect(ideasTool.unrevealedSources?.(docs)).toBe(4)
  })
})
