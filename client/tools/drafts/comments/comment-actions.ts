import type * as Y from 'yjs'
import type { Actor } from '../../../../shared/access/actor'
import {
  addReply,
  addThread,
  type CommentedWords,
  deleteComment,
  editComment,
  reopenThread,
  resolveThread,
  restoreComment,
} from '../../../../shared/tools/drafts/comments/comment-commands'
import type { ReplyId, Thread, ThreadId } from '../../../../shared/tools/drafts/comments/comment-schema'
import type { WaysBack } from './ways-back'

/** What a person does with comments, each with its way back. */
export interface CommentActions {
  add(text: string, words: CommentedWords | undefined): ThreadId | undefined
  reply(threadId: ThreadId, text: string): void
  edit(comment: { readonly id: ThreadId | ReplyId; readonly text: string }, text: string): void
  remove(id: ThreadId | ReplyId): void
  resolve(thread: Pick<Thread, 'id'>): void
  reopen(thread: Pick<Thread, 'id'>): void
}

/**
 * The commands on one draft's comments. Each way back is a command too, so that others' answers stay, and who
 * resolved a comment again does so in their own name.
 */
export function commentActions(doc: Y.Doc, actor: () => Actor, now: () => number, ways: WaysBack): CommentActions {
  return {
    add(text, words) {
      const id = addThread(doc, actor(), { text, words, nowMs: now() })
      if (id) ways.done('Comment added', () => deleteComment(doc, actor(), id, now()))
      return id
    },
    reply(threadId, text) {
      const id = addReply(doc, actor(), threadId, text, now())
      if (id) ways.done('Answer added', () => deleteComment(doc, actor(), id, now()))
    },
    edit({ id, text: before }, text) {
      if (before !== text.trim() && editComment(doc, actor(), id, text)) {
        ways.done('Comment changed', () => editComment(doc, actor(), id, before))
      }
    },
    remove(id) {
      if (deleteComment(doc, actor(), id, now())) ways.done('Comment deleted', () => restoreComment(doc, actor(), id), true)
    },
    resolve({ id }) {
      if (resolveThread(doc, actor(), id, now())) ways.done('Comment resolved', () => reopenThread(doc, actor(), id), true)
    },
    reopen({ id }) {
      if (reopenThread(doc, actor(), id)) ways.done('Comment opened again', () => resolveThread(doc, actor(), id, now()), true)
    },
  }
}
