import { z } from 'zod'
import { ParticipantId, Role, WorkshopId } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { AgendaChoice, JoinCode, LinkKey, Organisation, PersonName, Prompt, ShortText, Title } from './fields'
import { StepId, StepTool } from './schema'

const Host = z.object({ name: PersonName, organisation: Organisation })
const Seat = z.object({ participantId: ParticipantId, role: Role })
const OneOf = { key: LinkKey.optional(), code: JoinCode.optional() }
const exactlyOne = (given: { key?: string | undefined; code?: string | undefined }) =>
  (given.key === undefined) !== (given.code === undefined)
const exactlyOneMessage = { message: 'Send either a code or the key of a link.', path: ['code'] }

/** Opening, finding, entering and leaving a workshop. Source: HOUSE section 6. */
export const entranceContract = {
  create: defineEndpoint({
    method: 'POST',
    path: '/api/workshops',
    summary: 'Open a workshop; the caller becomes its host',
    body: z.object({
      title: Title,
      focusQuestion: Prompt,
      agenda: AgendaChoice.optional(),
      host: Host,
      createKey: z.string().max(128).optional(),
    }),
    result: z.object({
      workshopId: WorkshopId,
      participantId: ParticipantId,
      role: z.literal('host'),
      links: z.object({ host: z.string(), join: z.string(), observe: z.string() }),
      joinCode: z.string(),
    }),
    status: 201,
  }),
  lookUp: defineEndpoint({
    method: 'POST',
    path: '/api/join',
    summary: 'Find the workshop of a six-digit code',
    body: z.object({ code: JoinCode }),
    result: z.object({ workshopId: WorkshopId, title: z.string(), needs: z.enum(['none', 'passphrase', 'knock']) }),
    status: 200,
  }),
  lobby: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/lobby',
    summary: 'What somebody with a code or a link may know before joining',
    body: z.object(OneOf).refine(exactlyOne, exactlyOneMessage),
    result: z.object({
      workshopId: WorkshopId,
      title: z.string(),
      focusQuestion: z.string().optional(),
      host: z.object({ name: z.string(), organisation: z.string().optional() }),
      steps: z.array(z.object({ title: z.string(), minutes: z.number(), prompt: z.string().optional() })),
      people: z.array(z.object({ name: z.string(), colour: z.number().int() })),
      peopleCount: z.number().int(),
      organisations: z.array(z.string()),
      /** The most that the link gives. */
      role: Role,
      /** A link for one person who has a seat already. */
      personal: z.boolean(),
    }),
    status: 200,
  }),
  join: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/join',
    summary: 'Take a seat; the same device gets its old seat back',
    body: z
      .object({
        ...OneOf,
        name: PersonName,
        organisation: Organisation,
        sector: ShortText,
        level: ShortText,
        as: z.enum(['contributor', 'observer']).optional(),
        passphrase: z.string().max(128).optional(),
      })
      .refine(exactlyOne, exactlyOneMessage),
    result: z.object({ workshopId: WorkshopId, participantId: ParticipantId, role: Role, returnLink: z.string() }),
    status: 201,
  }),
  session: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/session',
    summary: 'Come back to one’s own seat with a host or return link',
    body: z.object({ key: LinkKey }),
    result: Seat,
    status: 200,
  }),
  returnLink: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/session/return-link',
    summary: 'Make one’s own return link anew; earlier ones stop working',
    result: z.object({ returnLink: z.string() }),
    status: 201,
  }),
  leave: defineEndpoint({
    method: 'DELETE',
    path: '/api/workshops/:id/session',
    summary: 'Give up the seat on this device',
    result: z.object({}),
    status: 200,
  }),
  read: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id',
    summary: 'The workshop, who I am in it, and its documents',
    result: z.object({
      workshopId: WorkshopId,
      title: z.string(),
      me: Seat,
      agenda: z.array(z.object({ id: StepId, title: z.string(), minutes: z.number().int(), tool: StepTool })),
      stepId: StepId,
      rooms: z.array(z.object({ name: z.string(), epoch: z.number().int(), schema: z.number().int(), write: z.boolean() })),
      /** Milliseconds since the epoch. */
      serverTime: z.number(),
    }),
    status: 200,
  }),
  seats: defineEndpoint({
    method: 'GET',
    path: '/api/workshops',
    summary: 'The workshops in which this device has a seat',
    result: z.object({
      workshops: z.array(z.object({ workshopId: WorkshopId, title: z.string(), role: Role, name: z.string(), createdAtMs: z.number() })),
    }),
    status: 200,
  }),
} as const
