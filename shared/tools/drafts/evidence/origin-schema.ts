import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { idSchema, RecordRef } from '../../../doc/ids'
import { limits } from '../../../sync/limits'
import { Anchor } from '../comments/comment-schema'

export const OriginId = idSchema('origin')
export type OriginId = z.infer<typeof OriginId>

/** How words came to where they stand: begun from notes, picked or brought in from another wording, accepted as proposed, or said so by a person. */
export const OriginHow = z.enum(['notes', 'rival', 'linked', 'merged', 'proposed'])
export type OriginHow = z.infer<typeof OriginHow>

/** Where some words of a wording come from. It stands on them as a comment does. */
export const Origin = z.object({
  id: OriginId,
  anchor: Anchor,
  /** The words as they were when they were traced. */
  quote: z.string().min(1).max(limits.originQuote),
  refs: z.array(RecordRef).min(1).max(limits.originRefs),
  how: OriginHow,
  /** Who took the words along, or said where they come from. */
  authorId: ParticipantId,
  createdAtMs: z.number(),
  /** Taken back, and restorable. */
  deletedAtMs: z.number().optional(),
})
export type Origin = z.infer<typeof Origin>
