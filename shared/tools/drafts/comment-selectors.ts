import { spansOf } from './anchor'
import type { Reply, Thread } from './comment-schema'
import type { Span, WordingText } from './wording-text'

/** A thread as it is shown. */
export interface CommentThread {
  readonly head: Thread
  /** Oldest first, without deleted ones. */
  readonly replies: readonly Reply[]
  /** Where its words stand now; empty when they are gone, or when it is about the wording as a whole. */
  readonly spans: readonly Span[]
}

/** The threads on a wording by how they stand. */
export interface CommentGroups {
  /** In the order of the text; those about the wording as a whole come first. */
  readonly open: readonly CommentThread[]
  /** Open, and all the words they stood on are gone; latest first. */
  readonly orphaned: readonly CommentThread[]
  /** Latest first. */
  readonly resolved: readonly CommentThread[]
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

export function groupThreads(all: readonly CommentThread[]): CommentGroups {
  const open = all.filter(({ head }) => !head.resolved)
  return {
    open: open.filter((thread) => !isOrphaned(thread)).sort((a, b) => startOf(a) - startOf(b) || byTime(a.head, b.head)),
    orphaned: open.filter(isOrphaned).sort((a, b) => byTime(b.head, a.head)),
    resolved: all.filter(({ head }) => head.resolved).sort((a, b) => (b.head.resolved?.atMs ?? 0) - (a.head.resolved?.atMs ?? 0)),
  }
}

/** Whether a thread stood on words that are all gone. */
export function isOrphaned({ head, spans }: Pick<CommentThread, 'head' | 'spans'>): boolean {
  return head.anchor !== undefined && spans.length === 0
}

function startOf({ spans }: CommentThread): number {
  return spans[0]?.from ?? -1
}

/** People's clocks differ, so the id breaks ties and every screen shows the same order. */
function byTime(a: Thread | Reply, b: Thread | Reply): number {
  return a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : 1)
}
