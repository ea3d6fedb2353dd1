import { spansOf } from '../anchor'
import type { Span, WordingText } from '../wording-text'
import type { Reply, Thread } from './comment-schema'

/** A thread as it is shown. */
export interface CommentThread {
  readonly head: Thread
  /** Oldest first, without deleted ones. */
  readonly replies: readonly Reply[]
  /** Where its words stand now; empty when they are gone, or when it is about the wording as a whole. */
  readonly spans: readonly Span[]
}

/** Threads with their replies. A deleted comment is shown only while somebody's answer to it is left. */
export function commentThreads(threads: readonly Thread[], replies: readonly Reply[], text: WordingText): readonly CommentThread[] {
  const answers = new Map<string, Reply[]>()
  for (const reply of replies) {
    if (reply.deletedAtMs === undefined) answers.set(reply.threadId, [...(answers.get(reply.threadId) ?? []), reply])
  }
  return threads
    .map((head) => ({ head, replies: (answers.get(head.id) ?? []).sort(byTime), spans: spansOf(text, head) }))
    .filter((thread) => thread.head.deletedAtMs === undefined || thread.replies.length > 0)
}

/** Whether a thread stood on words that are all gone. */
export function isOrphaned({ head, spans }: Pick<CommentThread, 'head' | 'spans'>): boolean {
  return head.anchor !== undefined && spans.length === 0
}

/** People's clocks differ, so the id breaks ties and every screen shows the same order. */
function byTime(a: Reply, b: Reply): number {
  return a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1)
}
