import { z } from 'zod'
import { idSchema, RecordRef } from '../../doc/ids'

export const DecisionId = idSchema('decision')
export type DecisionId = z.infer<typeof DecisionId>

export const decisionKinds = ['adoption', 'review', 'round'] as const
export const DecisionKind = z.enum(decisionKinds)
export type DecisionKind = z.infer<typeof DecisionKind>

/** An answer below agreement, kept in the person's own words. */
export const Reservation = z.object({
  /** Absent when the check was secret. */
  name: z.string().optional(),
  /** Empty when a facilitator wrote it down beside the result of a vote. */
  answer: z.string(),
  reason: z.string().optional(),
})
export type Reservation = z.infer<typeof Reservation>

/** One entry of the decision log. Written once by the server, never changed and never removed. */
export const Decision = z.object({
  id: DecisionId,
  /** 1, 2, 3 ... within the workshop, in the order in which they were made. */
  number: z.number().int().min(1),
  kind: DecisionKind,
  /** What was decided. */
  words: z.string(),
  /** How: the method and its rule, in words. */
  how: z.string(),
  /** Absent when nobody was asked, as with an adoption without a check. */
  turnout: z.object({ voters: z.number().int().min(0), eligible: z.number().int().min(0) }).optional(),
  reservations: z.array(Reservation),
  /** The evidence: the round or the wording. */
  ref: RecordRef,
  /** SHA-256 of an adopted wording. */
  textHash: z.string().optional(),
  byName: z.string(),
  atMs: z.number(),
  /** Why a facilitator adopted against the check. */
  overrideReason: z.string().optional(),
})
export type Decision = z.infer<typeof Decision>
