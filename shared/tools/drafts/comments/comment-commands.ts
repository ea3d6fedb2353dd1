import type * as Y from 'yjs'
import type { Actor } from '../../../access/actor'
import type { Collection } from '../../../doc/collection'
import { newId } from '../../../doc/ids'
import { commandOrigin } from '../../../doc/origin'
import { limits } from '../../../sync/limits'
import { replies, threads } from '../collections'
import { can, canChangeComment } from '../permissions'
import type { Anchor, Reply, ReplyId, Thread, ThreadId } from './comment-schema'

/** Which words a new comment stands on. */
export interface CommentedWords {
  readonly anchor: Anchor
  readonly quote: string
}

export interface NewThread {
  readonly text: string
  /** Absent for a comment on the wording as a whole. */
  readonly words?: CommentedWords | undefined
  readonly nowMs: number
}

/** Whether `text` can be a comment: some words, within the limit. */
export function isCommentText(text: string): boolean {
  const { length } = text.trim()
  return length > 0 && length <= limits.commentLength
}

/** Begins a thread; undefined when `actor` may not comment or there is nothing to say. */
export function addThread(doc: Y.Doc, actor: Actor, { text, words, nowMs }: NewThread): ThreadId | undefined {
  if (!can(actor, 'comments/write') || !isCommentText(text)) return undefined
  const id = newId('thread')
  doc.transact(
    () => threads.put(doc, { id, text: text.trim(), authorId: actor.id, createdAtMs: nowMs, ...words }),
    commandOrigin('comments/add', actor),
  )
  return id
}

/** Answers in a thread; undefined when `actor` may not comment, there is nothing to say or the thread is gone. */
export function addReply(doc: Y.Doc, actor: Actor, threadId: ThreadId, text: string, nowMs: number): ReplyId | undefined {
  if (!can(actor, 'comments/write') || !isCommentText(text) || !threads.get(doc, threadId)) return undefined
  const id = newId('reply')
  doc.transact(
    () => replies.put(doc, { id, threadId, text: text.trim(), authorId: actor.id, createdAtMs: nowMs }),
    commandOrigin('comments/reply', actor),
  )
  return id
}

/** Changes the words of a comment or reply. False when it may not be, or there is nothing to change. */
export function editComment(doc: Y.Doc, actor: Actor, id: ThreadId | ReplyId, text: string): boolean {
  return isCommentText(text) && changeOwn(doc, actor, id, 'comments/edit', { text: text.trim() })
}

/** Deletes a comment or reply softly; answers to it stay. */
export function deleteComment(doc: Y.Doc, actor: Actor, id: ThreadId | ReplyId, nowMs: number): boolean {
  return changeOwn(doc, actor, id, 'comments/delete', { deletedAtMs: nowMs })
}

/** Brings a deleted comment or reply back. */
export function restoreComment(doc: Y.Doc, actor: Actor, id: ThreadId | ReplyId): boolean {
  return changeOwn(doc, actor, id, 'comments/restore', { deletedAtMs: undefined })
}

/** Says that a thread is settled. Anybody who may comment can; it can be opened again. */
export function resolveThread(doc: Y.Doc, actor: Actor, id: ThreadId, nowMs: number): boolean {
  return changeThread(doc, actor, id, 'comments/resolve', { resolved: { byId: actor.id, atMs: nowMs } })
}

export function reopenThread(doc: Y.Doc, actor: Actor, id: ThreadId): boolean {
  return changeThread(doc, actor, id, 'comments/reopen', { resolved: undefined })
}

/** Takes a thread along with its words, which an edit has moved into another block. */
export function reAnchorThread(doc: Y.Doc, actor: Actor, id: ThreadId, anchor: Anchor): void {
  if (!can(actor, 'comments/re-anchor')) return
  doc.transact(() => threads.patch(doc, id, { anchor }), commandOrigin('comments/re-anchor', actor))
}

function changeThread(doc: Y.Doc, actor: Actor, id: ThreadId, command: string, changes: Partial<Thread>): boolean {
  return can(actor, 'comments/write') && doc.transact(() => threads.patch(doc, id, changes), commandOrigin(command, actor))
}

type OwnChanges = Pick<Partial<Reply>, 'text' | 'deletedAtMs'>

function changeOwn(doc: Y.Doc, actor: Actor, id: ThreadId | ReplyId, command: string, changes: OwnChanges): boolean {
  // A thread's own words and an answer's are fields of the same name, and an id is in one of the two collections only.
  const collection = (threads.get(doc, id) ? threads : replies) as Collection<Thread | Reply>
  const stored = collection.get(doc, id)
  if (!stored || !canChangeComment(actor, stored.authorId)) return false
  return doc.transact(() => collection.patch(doc, id, changes), commandOrigin(command, actor))
}
