import { z } from 'zod'
import { ParticipantId } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { InviteRole, Organisation, PersonName, ShortText } from './fields'
import { StepId } from './schema'

/** A personal invite as facilitators see it: never its secret. */
export const InviteSummary = z.object({
  inviteId: z.string(),
  name: z.string(),
  organisation: z.string().optional(),
  sector: z.string().optional(),
  level: z.string().optional(),
  role: InviteRole,
  stepId: StepId.optional(),
  state: z.enum(['unused', 'used', 'expired']),
  issuedAtMs: z.number(),
  expiresAtMs: z.number().optional(),
  /** Whose seat it opens, once it was used. */
  participantId: ParticipantId.optional(),
})
export type InviteSummary = z.infer<typeof InviteSummary>

const shownOnce = InviteSummary.extend({ url: z.string() })

/** Links for one named person each: single use, and bound to the first device that joins by them. */
export const inviteContract = {
  invites: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/invites',
    summary: 'The personal invites, without their secrets, newest first',
    result: z.object({ invites: z.array(InviteSummary) }),
    status: 200,
  }),
  makeInvite: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/invites',
    summary: 'Invite one person by name; the address is shown this once',
    body: z.object({
      name: PersonName,
      organisation: Organisation,
      sector: ShortText,
      level: ShortText,
      role: InviteRole,
      /** The step that the address opens; absent means where the group is. */
      stepId: StepId.optional(),
      /** Milliseconds since the epoch; absent means until revoked. */
      expiresAtMs: z.number().int().optional(),
    }),
    result: shownOnce,
    status: 201,
  }),
  reissueInvite: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/invites/:inviteId/reissue',
    summary: 'Make the address of an invite anew, for as long as before; the old one stops working and a seat taken by it stays',
    result: shownOnce,
    status: 201,
  }),
  revokeInvite: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/invites/:inviteId',
    summary: 'Revoke an invite; a seat taken by it stays',
    result: z.object({}),
    status: 200,
  }),
} as const
