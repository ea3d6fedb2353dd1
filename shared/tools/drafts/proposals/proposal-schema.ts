import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { idSchema } from '../../../doc/ids'
import { limits } from '../../../sync/limits'
import { Anchor, ThreadId } from '../comments/comment-schema'
import { VersionId } from '../schema'

export const ProposalId = idSchema('proposal')
export type ProposalId = z.infer<typeof ProposalId>

const decision = { byId: ParticipantId, atMs: z.number() }

/** What became of a proposed wording; only the server writes it. */
export const ProposalDecision = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('accepted'),
    ...decision,
    /** Where the accepted words stand; absent when they are the whole statement. */
    anchor: Anchor.optional(),
    /** The version that holds the statement as it was before; absent when only some words were replaced. */
    versionId: VersionId.optional(),
  }),
  z.object({ kind: z.literal('kept'), ...decision, reason: z.string().min(1).max(limits.noteLength).optional() }),
])
export type ProposalDecision = z.infer<typeof ProposalDecision>

/** Another wording that somebody proposes for some words of a draft, or for all of it. */
export const Proposal = z
  .object({
    id: ProposalId,
    /** Who proposes it, by the server's binding. */
    authorId: ParticipantId,
    createdAtMs: z.number(),
    /** Which words it replaces; absent when it is the whole statement. */
    anchor: Anchor.optional(),
    /** The words as they were when it was proposed, one line for each of theirs. */
    before: z.string().min(1).max(limits.draftText),
    /** The words proposed in their place, without markup. */
    words: z.string().max(limits.draftText),
    why: z.string().min(1).max(limits.commentLength).optional(),
    /** The thread it came out of. */
    threadId: ThreadId.optional(),
    /** Taken back by its author. */
    withdrawnAtMs: z.number().optional(),
    /** Absent while nobody has decided. */
    decided: ProposalDecision.optional(),
  })
  .refine(({ anchor, before, words }) => !anchor || Math.max(before.length, words.length) <= limits.noteLength)
export type Proposal = z.infer<typeof Proposal>
