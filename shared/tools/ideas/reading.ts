import type { Inline, ListItem, OutlineOptions, OutlineSection } from '../../doc/outline'
import { plain } from '../../doc/outline'
import { agenda, participants } from '../../workshop/collections'
import { orderedAgenda } from '../../workshop/selectors'
import { subjectOf } from '../../workshop/subject'
import type { OptionSource, Progress, WorkshopDocs } from '../tool'
import { clusters, ideas, prompts } from './collections'
import type { Idea, PromptId } from './schema'
import { kindLabels, PromptId as promptIdSchema } from './schema'
import type { Board } from './selectors'
import { authorWords, boardOf, clusterName, countWords } from './selectors'

/** A prompt that has notes, with its board. */
export interface PromptBoard {
  readonly promptId: PromptId
  /** What was asked: the prompt's own text, else its step's. */
  readonly title: string
  readonly board: Board
}

/** The prompts that have notes, in the order of the agenda; prompts of steps that are gone come last. */
export function promptBoards(docs: Pick<WorkshopDocs, 'record' | 'board'>): readonly PromptBoard[] {
  const allIdeas = ideas.all(docs.board)
  const allClusters = clusters.all(docs.board)
  const titles = new Map<PromptId, string>()
  for (const step of orderedAgenda(agenda.all(docs.record))) {
    const id = promptIdSchema.safeParse(subjectOf(step).id)
    if (id.success && !titles.has(id.data)) titles.set(id.data, step.prompt || step.title)
  }
  for (const idea of allIdeas) if (!titles.has(idea.promptId)) titles.set(idea.promptId, 'Notes of an earlier step')
  return [...titles]
    .map(([promptId, title]) => ({
      promptId,
      title: prompts.get(docs.board, promptId)?.text || title,
      board: boardOf(allIdeas, allClusters, promptId),
    }))
    .filter(({ board }) => board.noteCount > 0)
}

/** The chapter of notes: by prompt, then cluster, each with its kind and, where names are wanted, its author in words. */
export function outline(docs: WorkshopDocs, { names }: OutlineOptions): readonly OutlineSection[] {
  const boards = promptBoards(docs)
  if (boards.length === 0) return []
  const people = new Map(participants.all(docs.record).map((person) => [person.id, person]))
  const item = (note: Idea): ListItem => ({
    blocks: [{ type: 'paragraph', text: [...plain(note.text), suffix(note, names ? authorWords(note, people) : undefined)] }],
  })
  return [
    {
      part: 'notes',
      title: 'Notes',
      blocks: boards.flatMap(({ title, board }) => [
        { type: 'heading' as const, level: 2 as const, text: plain(title) },
        ...[...board.columns, { cluster: null, notes: board.unsorted }]
          .filter(({ notes }) => notes.length > 0)
          .flatMap(({ cluster, notes }) => [
            { type: 'heading' as const, level: 3 as const, text: plain(clusterName(cluster)) },
            { type: 'list' as const, ordered: false, items: notes.map(item) },
          ]),
      ]),
    },
  ]
}

function suffix(note: Idea, author: string | undefined): Inline {
  return { text: author === undefined ? ` (${kindLabels[note.kind]})` : ` (${kindLabels[note.kind]}, ${author})`, marks: ['italic'] }
}

/** Notes sorted into clusters, of all notes. */
export function progress(docs: WorkshopDocs): Progress {
  const boards = promptBoards(docs)
  const total = boards.reduce((sum, { board }) => sum + board.noteCount, 0)
  const unsorted = boards.reduce((sum, { board }) => sum + board.unsorted.length, 0)
  const clusterCount = boards.reduce((sum, { board }) => sum + board.columns.length, 0)
  return { done: total - unsorted, total, summary: `${countWords(total, 'note')}, ${countWords(clusterCount, 'cluster')}` }
}

/** What may be voted on: clusters that hold notes, those without a name with the reason why not yet, and single notes. */
export function options(docs: WorkshopDocs): readonly OptionSource[] {
  const boards = promptBoards(docs)
  const people = new Map(participants.all(docs.record).map((person) => [person.id, person]))
  const fromClusters = boards.flatMap(({ board }) =>
    board.columns
      .filter(({ notes }) => notes.length > 0)
      .map(({ cluster, notes }) => ({
        label: clusterName(cluster),
        detail: countWords(notes.length, 'note'),
        ref: { collection: clusters.name, id: cluster.id },
        ...(cluster.name.trim() === '' ? { problem: 'Give this cluster a name first.' } : {}),
      })),
  )
  const fromNotes = boards.flatMap(({ board }) =>
    [...board.columns.flatMap(({ cluster, notes }) => notes.map((note) => ({ note, cluster }))), ...loose(board)].map(
      ({ note, cluster }) => ({
        label: shortened(note.text),
        detail: cluster ? `${kindLabels[note.kind]}, ${clusterName(cluster)}` : kindLabels[note.kind],
        ref: { collection: ideas.name, id: note.id },
        ...(note.byline || note.authorId ? { by: authorWords(note, people) } : {}),
      }),
    ),
  )
  return [
    { label: 'From clusters', options: fromClusters },
    { label: 'From notes', options: fromNotes },
  ].filter((source) => source.options.length > 0)
}

function loose(board: Board) {
  return board.unsorted.map((note) => ({ note, cluster: null }))
}

/** A note's text as the label of an option: one line, at most 200 characters. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= 200 ? line : `${line.slice(0, 199).trimEnd()}…`
}

/** A note, cluster or prompt in words; deleted ones are gone. */
export function describe(docs: Pick<WorkshopDocs, 'board'>, ref: { readonly collection: string; readonly id: string }): string | undefined {
  if (ref.collection === ideas.name) {
    const idea = ideas.get(docs.board, ref.id)
    return idea && idea.deletedAtMs === undefined ? idea.text : undefined
  }
  if (ref.collection === clusters.name) {
    const cluster = clusters.get(docs.board, ref.id)
    return cluster && cluster.deletedAtMs === undefined ? clusterName(cluster) : undefined
  }
  return ref.collection === prompts.name ? prompts.get(docs.board, ref.id)?.text : undefined
}
