import type { Actor } from '../../access/actor'
import { byOrder } from '../../doc/order'
import type { AgendaStep, Participant } from '../../workshop/schema'
import { subjectOf } from '../../workshop/subject'
import type { Cluster, ClusterId, Idea, IdeaKind, IdeaMode, PromptId } from './schema'
import { defaultKinds, ideaKinds, kindLabels, restorableMs } from './schema'

/** One column of the board. */
export interface BoardColumn {
  readonly cluster: Cluster
  readonly notes: readonly Idea[]
}

/** The notes of one prompt as the board shows them. */
export interface Board {
  /** Notes in no cluster, or in one that is gone. */
  readonly unsorted: readonly Idea[]
  readonly columns: readonly BoardColumn[]
  readonly noteCount: number
}

/** The notes of a prompt that are not deleted, in order within their clusters. */
export function visibleIdeas(all: readonly Idea[], promptId: PromptId): readonly Idea[] {
  return all.filter((idea) => idea.promptId === promptId && idea.deletedAtMs === undefined).sort(byOrder)
}

/** The clusters of a prompt that are not deleted, in order. */
export function visibleClusters(all: readonly Cluster[], promptId: PromptId): readonly Cluster[] {
  return all.filter((cluster) => cluster.promptId === promptId && cluster.deletedAtMs === undefined).sort(byOrder)
}

/**
 * How a prompt's notes are written just now: as its record says; until there is one, privately where a step of the
 * agenda begins that way, and openly elsewhere.
 */
export function effectiveMode(stored: IdeaMode | undefined, steps: readonly AgendaStep[], promptId: PromptId): IdeaMode {
  if (stored) return stored
  const isPrivate = steps.some((step) => step.privately && subjectOf(step).id === promptId)
  return { id: promptId, writing: isPrivate ? 'private' : 'open', anonymous: false, privateCount: 0 }
}

/** Sorts a prompt's notes into its clusters. A note is in exactly one place. */
export function boardOf(allIdeas: readonly Idea[], allClusters: readonly Cluster[], promptId: PromptId): Board {
  const clusters = visibleClusters(allClusters, promptId)
  const notes = visibleIdeas(allIdeas, promptId)
  const byCluster = new Map<ClusterId, Idea[]>(clusters.map((cluster) => [cluster.id, []]))
  const unsorted: Idea[] = []
  for (const note of notes) {
    const column = note.clusterId === null ? undefined : byCluster.get(note.clusterId)
    if (column) column.push(note)
    else unsorted.push(note)
  }
  const columns = clusters.map((cluster) => ({ cluster, notes: byCluster.get(cluster.id) ?? [] }))
  return { unsorted, columns, noteCount: notes.length }
}

/** The notes in the reading order of the list: not yet sorted first, then cluster by cluster. */
export function listOf(board: Board): readonly { readonly note: Idea; readonly cluster: Cluster | null }[] {
  return [
    ...board.unsorted.map((note) => ({ note, cluster: null })),
    ...board.columns.flatMap(({ cluster, notes }) => notes.map((note) => ({ note, cluster }))),
  ]
}

/** What a list is narrowed to; an absent part lets everything through. */
export interface IdeaFilter {
  readonly kind?: IdeaKind | undefined
  readonly authorId?: string | undefined
  readonly text?: string | undefined
}

/** Whether a note passes; the text is looked for in its words and its author's, whatever the case. */
export function passes(filter: IdeaFilter, idea: Idea, authorName: string): boolean {
  if (filter.kind && idea.kind !== filter.kind) return false
  if (filter.authorId && idea.authorId !== filter.authorId) return false
  const wanted = filter.text?.trim().toLocaleLowerCase()
  return !wanted || idea.text.toLocaleLowerCase().includes(wanted) || authorName.toLocaleLowerCase().includes(wanted)
}

/** The kinds to choose from, and any other that a note already has. */
export function kindsInUse(offered: readonly IdeaKind[] | undefined, notes: readonly Pick<Idea, 'kind'>[]): readonly IdeaKind[] {
  const used = new Set(notes.map((note) => note.kind))
  const chosen = offered ?? defaultKinds
  return ideaKinds.filter((kind) => chosen.includes(kind) || used.has(kind))
}

/** Deleted notes of a prompt that may still be restored, the latest first. */
export function restorableIdeas(all: readonly Idea[], promptId: PromptId, nowMs: number): readonly Idea[] {
  return all
    .filter((idea) => idea.promptId === promptId && idea.deletedAtMs !== undefined && nowMs - idea.deletedAtMs < restorableMs)
    .sort((a, b) => (b.deletedAtMs ?? 0) - (a.deletedAtMs ?? 0))
}

/** Who a note is by, in full: `You`, a name, the words of an imported file, or `Anonymous`. */
export function authorWords(idea: Idea, people: ReadonlyMap<string, Pick<Participant, 'name'>>, me?: Pick<Actor, 'id'>): string {
  if (idea.byline) return idea.byline
  if (idea.authorId === null) return 'Anonymous'
  if (idea.authorId === me?.id) return 'You'
  return people.get(idea.authorId)?.name ?? 'Somebody who left'
}

/** `Amara O.` of `Amara Okafor`; other words as they are. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.at(-1)
  return words.length === 2 && last ? `${words[0]} ${[...last][0]}.` : name
}

/** `1 note`, `26 notes`. */
export function countWords(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A cluster's name, or what stands for it until it has one. */
export function clusterName(cluster: Pick<Cluster, 'name'> | null): string {
  if (!cluster) return 'Not yet sorted'
  return cluster.name.trim() || 'Cluster without a name'
}

/** The one accessible name of a note. */
export function noteName(idea: Idea, author: string, position: number, count: number, cluster: Pick<Cluster, 'name'> | null): string {
  const text = /[.!?…]$/.test(idea.text.trim()) ? idea.text.trim() : `${idea.text.trim()}.`
  return `${kindLabels[idea.kind]}. ${text} ${author}. Note ${position} of ${count} in ${clusterName(cluster)}.`
}
