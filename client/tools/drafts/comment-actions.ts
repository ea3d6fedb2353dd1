import type * as Y from 'yjs'
import type { Actor } from '../../../shared/access/actor'
import {
  addReply,
  addThread,
  type CommentedWords,
  deleteComment,
  editComment,
  reopenThread,
  resolveThread,
  restoreComment,
} from '../../../shared/tools/drafts/comment-commands'
import type { ReplyId, Thread, ThreadId } from '../../../shared/tools/drafts/comment-schema'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'

/** What a person does with comments, each with its way back. */
export interface CommentActions {
  add(text: string, words: CommentedWords | undefined): ThreadId | undefined
  reply(threadId: ThreadId, text: string): void
  edit(comment: { readonly id: ThreadId | ReplyId; readonly text: string }, text: string): void
  remove(id: ThreadId | ReplyId): void
  resolve(thread: Pick<Thread, 'id'>): void
  reopen(thread: Pick<Thread, 'id'>): void
  /** Takes the latest of one's own doings back; false when there is none left. */
  undo(): boolean
}

/**
 * The commands on one draft's comments. Each way back is a command too, so that others' answers stay, and who
 * resolved a comment again does so in their own name.
 */
export function commentActions(doc: Y.Doc, actor: () => Actor, now: () => number): CommentActions {
  const waysBack: (() => void)[] = []

  function done(said: string, back: () => void, offered = false): void {
    waysBack.push(back)
    if (!offered) {
      announce(said)
      return
    }
    const run = () => {
      const at = waysBack.lastIndexOf(back)
      if (at < 0) return
      waysBack.splice(at, 1)
      back()
    }
    toast({ message: said, action: { label: 'Undo', run } })
  }

  return {
    add(text, words) {
      const id = addThread(doc, actor(), { text, words, nowMs: now() })
      if (id) done('Comment added', () => deleteComment(doc, actor(), id, now()))
      return id
    },
    reply(threadId, text) {
      const id = addReply(doc, actor(), threadId, text, now())
      if (id) done('Answer added', () => deleteComment(doc, actor(), id, now()))
    },
    edit({ id, text: before }, text) {
      if (before !== text.trim() && editComment(doc, actor(), id, text)) {
        done('Comment changed', () => editComment(doc, actor(), id, before))
      }
    },
    remove(id) {
      if (deleteComment(doc, actor(), id, now())) done('Comment deleted', () => restoreComment(doc, actor(), id), true)
    },
    resolve({ id }) {
      if (resolveThread(doc, actor(), id, now())) done('Comment resolved', () => reopenThread(doc, actor(), id), true)
    },
    reopen({ id }) {
      if (reopenThread(doc, actor(), id)) done('Comment opened again', () => resolveThread(doc, actor(), id, now()), true)
    },
    undo() {
      const back = waysBack.pop()
      back?.()
      return back !== undefined
    },
  }
}
