import * as Y from 'yjs'
import type { Actor, Role } from '../../../../shared/access/actor'
import { clusters, ideas } from '../../../../shared/tools/ideas/collections'
import { addIdeas } from '../../../../shared/tools/ideas/commands'
import type { IdeaId, PromptId } from '../../../../shared/tools/ideas/schema'
import { boardOf } from '../../../../shared/tools/ideas/selectors'

export const promptId: PromptId = 'prompt_one'

export function actorOf(name: string, role: Role = 'contributor'): Actor {
  return { workshopId: 'ws_1', id: `p_${name}`, role }
}
export const amara = actorOf('amara')
export const ben = actorOf('ben')
export const rosa = actorOf('rosa', 'facilitator')

/** A board with notes of one author, in order. */
export function boardWith(texts: readonly string[], actor: Actor = amara): { doc: Y.Doc; ids: readonly IdeaId[] } {
  const doc = new Y.Doc()
  return { doc, ids: addIdeas(doc, actor, { promptId, nowMs: 1, notes: texts.map((text) => ({ text, kind: 'idea' })) }) }
}

/** The board as words: column name to the texts in it. */
export function shown(doc: Y.Doc): Record<string, readonly string[]> {
  const board = boardOf(ideas.all(doc), clusters.all(doc), promptId)
  return Object.fromEntries([
    ['', board.unsorted.map((note) => note.text)],
    ...board.columns.map(({ cluster, notes }) => [cluster.name, notes.map((note) => note.text)]),
  ])
}

/** Exchanges everything two or more replicas have. */
export function sync(...docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote')
  }
}
