import { z } from 'zod'
import { ParticipantId, Role } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { limits } from '../sync/limits'
import { LinkRole, LinkSummary, Organisation, PersonName, ShortText } from './fields'

/** Who may come in, and what those who are in may do. */
export const peopleContract = {
  rotateCode: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/join-code',
    summary: 'Replace the six-digit code; the old one stops working',
    result: z.object({ joinCode: z.string(), joinUrl: z.string() }),
    status: 201,
  }),
  links: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/links',
    summary: 'The links that work now, without their secrets',
    result: z.object({ links: z.array(LinkSummary) }),
    status: 200,
  }),
  makeLink: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/links',
    summary: 'Make a link; its address is shown this once',
    body: z.object({
      role: LinkRole,
      /** Hours from now; absent means until revoked. */
      expiresInHours: z
        .number()
        .min(0.01)
        .max(24 * 365)
        .optional(),
      /** How many people it may admit; absent means any number. */
      uses: z.number().int().min(1).max(limits.participants).optional(),
    }),
    result: LinkSummary.extend({ url: z.string() }),
    status: 201,
  }),
  revokeLink: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/links',
    summary: 'Revoke a link',
    body: z.object({ linkId: z.string().max(64) }),
    result: z.object({}),
    status: 200,
  }),
  changeParticipant: defineEndpoint({
    method: 'PATCH',
    path: '/api/workshops/:id/participants/:pid',
    summary: 'Change somebody’s role, remove somebody, or correct one’s own name',
    body: z.union([
      z.strictObject({ role: LinkRole }),
      z.strictObject({ removed: z.literal(true) }),
      z.strictObject({ name: PersonName, organisation: Organisation, sector: ShortText, level: ShortText }),
    ]),
    result: z.object({ participantId: ParticipantId, role: Role, removed: z.boolean() }),
    status: 200,
  }),
  mergePeople: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/participants/:pid/merge',
    summary: 'Make two seats of one person into one: this seat goes, and its devices and return links open the other',
    body: z.object({ into: ParticipantId }),
    result: z.object({ participantId: ParticipantId }),
    status: 200,
  }),
  handOver: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/host',
    summary: 'Hand the workshop over; the old host stays on as a facilitator',
    body: z.object({ participantId: ParticipantId }),
    result: z.object({ hostId: ParticipantId }),
    status: 200,
  }),
} as const
