import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'

/** Somebody who stands behind a minority statement, by their own press. */
export const Stand = z.object({
  participantId: ParticipantId,
  name: z.string(),
  /** SHA-256 of the words they pressed under; other words are not theirs. */
  textHash: z.string(),
  atMs: z.number(),
})
export type Stand = z.infer<typeof Stand>

/** The words of a minority statement as they were when it closed. Written once. */
export const FrozenWords = z.object({
  text: z.string(),
  /** The same wording as blocks of the outline model, in JSON. */
  blocksJson: z.string(),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  atMs: z.number(),
})
export type FrozenWords = z.infer<typeof FrozenWords>

/** What a minority statement has beside its wording. */
export const Minority = z.object({
  /** Those below the threshold of an open check; absent after a secret one, where anybody who contributes may write. */
  writers: z.array(ParticipantId).optional(),
  stands: z.array(Stand),
  /** The day at whose start it closes; absent until a facilitator names one. */
  closesOn: z.iso.date().optional(),
  frozen: FrozenWords.optional(),
})
export type Minority = z.infer<typeof Minority>
