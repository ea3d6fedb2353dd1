import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { ordersBetween } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { limits } from '../../sync/limits'
import { ideas } from './collections'
import { can, canEdit } from './permissions'
import { columnsOf, firstOrder, soundOrder } from './placing'
import type { ClusterId, Idea, IdeaId, IdeaKind, PromptId } from './schema'
import { visibleIdeas } from './selectors'

/** A note to be written. */
export interface NewIdea {
  readonly text: string
  readonly kind: IdeaKind
  readonly clusterId?: ClusterId | null
  readonly byline?: string | undefined
}

export interface AddIdeas {
  readonly promptId: PromptId
  readonly notes: readonly NewIdea[]
  readonly nowMs: number
  /** Written in an anonymous step. */
  readonly anonymous?: boolean
}

/**
 * Adds notes, the first of them foremost, ahead of what their clusters hold. Notes without words, or with too
 * many, are passed over; nothing is added that would pass the limit of notes per board: the caller asks first.
 *
 * @returns the new ids, in order
 */
export function addIdeas(doc: Y.Doc, actor: Actor, { promptId, notes, nowMs, anonymous }: AddIdeas): readonly IdeaId[] {
  const kept = notes.filter((note) => isNoteText(note.text))
  if (kept.length === 0 || !can(actor, 'ideas/write')) return []
  if (doc.getMap(ideas.name).size + kept.length > limits.notesPerBoard) return []
  const columnNotes = columnsOf(doc, promptId)
  const orders = new Map<NewIdea, string>()
  for (const clusterId of new Set(kept.map((note) => note.clusterId ?? null))) {
    const group = kept.filter((note) => (note.clusterId ?? null) === clusterId)
    const keys = ordersBetween(null, firstOrder(columnNotes(clusterId)), group.length)
    group.forEach((note, index) => {
      orders.set(note, keys[index] ?? 'a0')
    })
  }
  const records = kept.map((note) => ({
    id: newId('idea'),
    promptId,
    text: note.text.trim(),
    kind: note.kind,
    authorId: actor.id,
    anonymous: anonymous || undefined,
    byline: note.byline,
    clusterId: note.clusterId ?? null,
    order: orders.get(note) ?? 'a0',
    createdAtMs: nowMs,
  }))
  doc.transact(
    () => {
      for (const record of records) ideas.put(doc, record)
    },
    commandOrigin('ideas/add', actor),
  )
  return records.map((record) => record.id)
}

/** Whether `text` can be a note: some words, within the limit. */
export function isNoteText(text: string): boolean {
  const length = text.trim().length
  return length > 0 && length <= limits.noteLength
}

/** Cuts a large insert into steps that each fit one update. The last step comes first, since `addIdeas` adds on top. */
export function insertSteps(notes: readonly NewIdea[]): readonly (readonly NewIdea[])[] {
  const maxBytes = limits.updateBytes / 3
  const steps: NewIdea[][] = []
  let step: NewIdea[] = []
  let bytes = 0
  for (const note of notes) {
    const size = note.text.length * 3 + 300
    if (step.length >= limits.recordsPerStep || (step.length > 0 && bytes + size > maxBytes)) {
      steps.push(step)
      step = []
      bytes = 0
    }
    step.push(note)
    bytes += size
  }
  if (step.length > 0) steps.push(step)
  return steps.reverse()
}

/** Changes a note's words; the note keeps everything else. False when it may not be, or there is nothing to change. */
export function editIdea(doc: Y.Doc, actor: Actor, id: IdeaId, text: string): boolean {
  const idea = editable(doc, actor, id)
  if (!idea || !isNoteText(text) || idea.text === text.trim()) return false
  doc.transact(() => ideas.patch(doc, id, { text: text.trim() }), commandOrigin('ideas/edit', actor))
  return true
}

export function setIdeaKind(doc: Y.Doc, actor: Actor, ids: readonly IdeaId[], kind: IdeaKind): void {
  const allowed = ids.filter((id) => editable(doc, actor, id))
  doc.transact(
    () => {
      for (const id of allowed) ideas.patch(doc, id, { kind })
    },
    commandOrigin('ideas/set-kind', actor),
  )
}

/** Where notes go. */
export interface Place {
  readonly clusterId: ClusterId | null
  /** The note they go in front of; null for the end. */
  readonly beforeId: IdeaId | null
}

/**
 * Moves notes to one place, in the order given, in one undo step. Notes deleted meanwhile are passed over: a late
 * hand must not revive a note.
 */
export function moveIdeas(doc: Y.Doc, actor: Actor, promptId: PromptId, ids: readonly IdeaId[], place: Place): void {
  if (!can(actor, 'ideas/write')) return
  const moving = ids.filter((id) => ideas.live(doc).get(id)?.deletedAtMs === undefined && ideas.live(doc).get(id))
  const others = columnsOf(doc, promptId)(place.clusterId).filter((note) => !moving.includes(note.id))
  const at = place.beforeId === null ? others.length : others.findIndex((note) => note.id === place.beforeId)
  const index = at < 0 ? others.length : at
  const orders = ordersBetween(soundOrder(others[index - 1]), soundOrder(others[index]), moving.length)
  doc.transact(
    () => {
      moving.forEach((id, position) => {
        ideas.patch(doc, id, { clusterId: place.clusterId, order: orders[position] ?? 'a0' })
      })
    },
    commandOrigin('ideas/move', actor),
  )
}

/** Deletes notes softly: they can be restored for 30 days. */
export function deleteIdeas(doc: Y.Doc, actor: Actor, ids: readonly IdeaId[], nowMs: number): readonly IdeaId[] {
  const allowed = ids.filter((id) => editable(doc, actor, id))
  doc.transact(
    () => {
      for (const id of allowed) ideas.patch(doc, id, { deletedAtMs: nowMs })
    },
    commandOrigin('ideas/delete', actor),
  )
  return allowed
}

/** Brings deleted notes back to where they were. */
export function restoreIdeas(doc: Y.Doc, actor: Actor, ids: readonly IdeaId[]): void {
  doc.transact(
    () => {
      for (const id of ids) {
        const idea = ideas.get(doc, id)
        if (idea && canEdit(actor, idea)) ideas.patch(doc, id, { deletedAtMs: undefined })
      }
    },
    commandOrigin('ideas/restore', actor),
  )
}

/** Puts the person's own private notes of a prompt on the board, with their name; those promised anonymity stay. */
export function publishIdeas(privateDoc: Y.Doc, board: Y.Doc, actor: Actor, promptId: PromptId, nowMs: number): number {
  const own = visibleIdeas(ideas.all(privateDoc), promptId).filter((idea) => !idea.anonymous)
  addIdeas(board, actor, { promptId, nowMs, notes: own.map(({ text, kind, byline }) => ({ text, kind, byline })) })
  privateDoc.transact(
    () => {
      for (const { id } of own) ideas.remove(privateDoc, id)
    },
    { source: 'governed', act: 'ideas/publish-own' },
  )
  return own.length
}

/** The note, while it exists and `actor` may edit it. */
function editable(doc: Y.Doc, actor: Actor, id: IdeaId): Idea | undefined {
  const idea = ideas.live(doc).get(id)
  return idea && idea.deletedAtMs === undefined && canEdit(actor, idea) ? idea : undefined
}
