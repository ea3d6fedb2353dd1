import { z } from 'zod'
import { RecordRef } from '../../doc/ids'
import { limits } from '../../sync/limits'
import { StepId } from '../../workshop/schema'
import { Answer, Method } from './methods'
import { Allocation, RoundAfter, RoundRule, RoundSubject } from './schema'

/** What a facilitator asks for when making a round. */
export const NewRound = z.object({
  question: z.string().trim().min(1).max(limits.titleLength),
  method: Method,
  subject: RoundSubject.optional(),
  options: z
    .array(
      z.object({
        label: z.string().trim().min(1).max(limits.titleLength),
        detail: z.string().trim().max(limits.titleLength).optional(),
        ref: RecordRef.optional(),
      }),
    )
    .max(limits.options)
    .optional(),
  dots: z.number().int().min(1).max(limits.budgetUnits).optional(),
  maxPerOption: z.number().int().min(1).max(limits.budgetUnits).optional(),
  /** Resonance checks are never secret, whatever is asked. */
  secret: z.boolean().default(true),
  rule: RoundRule.optional(),
  facilitatorsVote: z.boolean().default(false),
  stepId: StepId.optional(),
  meaning: z.string().trim().min(1).max(limits.titleLength).optional(),
  binding: z.boolean().default(false),
  /** By consent only: led from presenting to the round of answers, as the screens do; otherwise answers are taken once it is open. */
  stepByStep: z.boolean().default(false),
  /** With `late`, for those who were absent from a provisional round, all terms but the date are that round's. */
  after: RoundAfter.optional(),
  /** Empty seats as the partner roster words them; the result is provisional while nobody speaks for one of them. */
  awaits: z.array(z.string().trim().min(1).max(limits.titleLength)).max(limits.options).optional(),
  /** Late answers only: until when they are taken, in milliseconds since the epoch. */
  untilMs: z.number().int().optional(),
})
export type NewRound = z.output<typeof NewRound>

/** A whole ballot: it replaces the one before. */
export const CastBallot = z.object({
  idempotencyKey: z.string().min(1).max(128),
  /** Version this ballot was made from; 0 when there was none. */
  baseVersion: z.number().int().min(0),
  allocation: Allocation.optional(),
  answer: Answer.optional(),
  reason: z.string().trim().max(limits.noteLength).optional(),
  binding: z.enum(['wording', 'spirit']).optional(),
  textHash: z.string().max(64).optional(),
  done: z.boolean().optional(),
})
export type CastBallot = z.output<typeof CastBallot>
