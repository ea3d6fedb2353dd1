import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { idSchema } from '../../../doc/ids'
import { limits } from '../../../sync/limits'
import { ProposalId } from './proposal-schema'

/** A proposed wording that was accepted, as the words that it brought lead back to it from any wording they went on to. */
export const AcceptedWording = z.object({
  id: ProposalId,
  draftId: idSchema('draft'),
  /** How the proposed words begin. */
  words: z.string().max(limits.noteLength),
  /** The reason given with them. */
  why: z.string().max(limits.commentLength).optional(),
  /** Who proposed it. */
  authorId: ParticipantId,
  /** Who accepted it. */
  byId: ParticipantId,
  atMs: z.number(),
})
export type AcceptedWording = z.infer<typeof AcceptedWording>
