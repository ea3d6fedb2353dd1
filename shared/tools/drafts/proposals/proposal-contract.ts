import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { defineEndpoint } from '../../../http/endpoint'
import { limits } from '../../../sync/limits'
import { ProposalId } from './proposal-schema'

const base = '/api/workshops/:id/drafts/:draftId/proposals/:proposalId'

/** How a proposed wording was decided on. */
export const DecidedProposal = z.object({
  proposalId: ProposalId,
  decision: z.enum(['accepted', 'kept']),
  byId: ParticipantId,
  decidedAt: z.number(),
})
export type DecidedProposal = z.infer<typeof DecidedProposal>

/** Endpoints that decide on proposed wordings. */
export const proposalContract = {
  acceptProposal: defineEndpoint({
    method: 'POST',
    path: `${base}/accept`,
    summary: 'Put a proposed wording in the place of exactly the words it was made for. Asked again, it answers the same',
    result: DecidedProposal,
    status: 200,
  }),
  keepProposal: defineEndpoint({
    method: 'POST',
    path: `${base}/keep`,
    summary: 'Keep the text as it is instead of a proposed wording. Asked again, it answers the same',
    body: z.object({ reason: z.string().trim().min(1).max(limits.noteLength).optional() }),
    result: DecidedProposal,
    status: 200,
  }),
  reopenProposal: defineEndpoint({
    method: 'POST',
    path: `${base}/reopen`,
    summary: 'Take a decision back: the words before come back unless the accepted ones were changed since',
    result: z.object({ proposalId: ProposalId }),
    status: 200,
  }),
} as const
