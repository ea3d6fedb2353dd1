import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { idSchema } from '../../doc/ids'
import { limits } from '../../sync/limits'
import { Answer, agreementMethods } from './methods'
import { RoundId, TextHash } from './schema'

export const ConcernId = idSchema('concern')
export type ConcernId = z.infer<typeof ConcernId>

const Words = z.string().max(limits.noteLength).optional()

/** A change of the wording that somebody says answers a concern; both texts are kept by their hashes. */
const Change = z.object({ byName: z.string(), atMs: z.number(), fromHash: TextHash, toHash: TextHash, words: Words })

/** How an author ends their concern: the change meets it, they still disagree and let the group go on, or they hold it no longer. */
export const concernEndings = ['met', 'dissent', 'withdrawn'] as const
export const ConcernEnding = z.enum(concernEndings)
export type ConcernEnding = z.infer<typeof ConcernEnding>

/** How a concern stands. Only its author closes it. */
export const ConcernState = z.discriminatedUnion('is', [
  z.object({ is: z.literal('open') }),
  Change.extend({ is: z.literal('answered') }),
  /** `answer` is what the author answers now, where that is what closed it. */
  z.object({ is: z.literal('closed'), as: ConcernEnding, atMs: z.number(), answer: Answer.optional(), words: Words }),
])
export type ConcernState = z.infer<typeof ConcernState>

/** What was before: words that the author has changed since, a change that was linked, that its author has left. */
export const ConcernPast = z.discriminatedUnion('what', [
  z.object({ what: z.literal('said'), atMs: z.number(), answer: Answer, words: Words, textHash: TextHash }),
  /** `refused` is there when the author said that it does not answer the concern. */
  Change.extend({ what: z.literal('answered'), refused: z.object({ atMs: z.number(), words: Words }).optional() }),
  z.object({ what: z.literal('author-left'), byName: z.string(), atMs: z.number() }),
])
export type ConcernPast = z.infer<typeof ConcernPast>

/** An answer below the threshold of a check on a wording, kept until its author closes it. */
export const Concern = z.object({
  id: ConcernId,
  draftId: idSchema('draft'),
  roundId: RoundId,
  method: z.enum(agreementMethods),
  answer: Answer,
  /** Absent when no reason was given. */
  words: Words,
  /** Absent in a secret check. */
  authorId: ParticipantId.optional(),
  /** The text it is about. */
  textHash: TextHash,
  atMs: z.number(),
  state: ConcernState,
  /** Oldest first. It only ever grows. */
  history: z.array(ConcernPast),
})
export type Concern = z.infer<typeof Concern>
