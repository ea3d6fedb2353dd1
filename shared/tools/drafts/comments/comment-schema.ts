import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { idSchema } from '../../../doc/ids'
import { limits } from '../../../sync/limits'

export const ThreadId = idSchema('thread')
export type ThreadId = z.infer<typeof ThreadId>
export const ReplyId = idSchema('reply')
export type ReplyId = z.infer<typeof ReplyId>

/** A relative position of the draft's text, in base64. */
const Position = z.string().regex(/^[A-Za-z0-9+/=]{4,64}$/)

/** Which words of a draft a comment stands on, so that it stays with them while others write around them. */
export const Anchor = z.object({
  /** One for each line that the words run through, from the first character to the last. */
  parts: z
    .array(z.object({ start: Position, end: Position }))
    .min(1)
    .max(limits.anchorParts),
  /** What stood directly before and after, to find the words again when they moved into another block. */
  before: z.string().max(limits.anchorContext),
  after: z.string().max(limits.anchorContext),
})
export type Anchor = z.infer<typeof Anchor>

const comment = {
  text: z.string().min(1).max(limits.commentLength),
  /** Who wrote it, by the server's binding. */
  authorId: ParticipantId,
  createdAtMs: z.number(),
  /** Deleted, and restorable. */
  deletedAtMs: z.number().optional(),
}

/** The first comment of a thread, and where the thread stands. */
export const Thread = z.object({
  id: ThreadId,
  ...comment,
  /** Absent when it is about the wording as a whole. */
  anchor: Anchor.optional(),
  /** The words it stood on when it was written; absent when it is about the wording as a whole. */
  quote: z.string().min(1).max(limits.quoteLength).optional(),
  /** Absent while it is open. One value, so that who and when always belong together. */
  resolved: z.object({ byId: ParticipantId, atMs: z.number() }).optional(),
})
export type Thread = z.infer<typeof Thread>

/** An answer in a thread: a record of its own, so that two people who answer at the same time both do. */
export const Reply = z.object({ id: ReplyId, threadId: ThreadId, ...comment })
export type Reply = z.infer<typeof Reply>
