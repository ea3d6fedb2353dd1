import { z } from 'zod'
import { ParticipantId, Role, WorkshopId } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { limits } from '../sync/limits'
import {
  AgendaChoice,
  exactlyOne,
  exactlyOneMessage,
  JoinCode,
  LinkKey,
  Organisation,
  oneOf,
  PersonName,
  Prompt,
  ShortText,
  Title,
} from './fields'
import { Seat } from './schema'

/** What the door asks of somebody with this code or link, besides a name. */
const Needs = z.enum(['none', 'passphrase', 'knock'])

/** Opening, finding and entering a workshop. Source: HOUSE section 6. */
export const entranceContract = {
  create: defineEndpoint({
    method: 'POST',
    path: '/api/workshops',
    summary: 'Open a workshop; the caller becomes its host',
    body: z.object({
      title: Title,
      focusQuestion: Prompt,
      agenda: AgendaChoice.optional(),
      host: z.object({ name: PersonName, organisation: Organisation }),
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
    result: z.object({ workshopId: WorkshopId, title: z.string(), needs: Needs }),
    status: 200,
  }),
  lobby: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/lobby',
    summary: 'What somebody with a code or a link may know before joining',
    body: z.object(oneOf).refine(exactlyOne, exactlyOneMessage),
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
      needs: Needs,
      /** This device has knocked, and nobody has answered yet. */
      isWaiting: z.boolean(),
      /** Whom a personal invite is for that was not used yet. */
      invited: z.object({ name: z.string(), organisation: z.string().optional(), sector: z.string().optional() }).optional(),
    }),
    status: 200,
  }),
  join: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/join',
    summary: 'Take a seat; the same device gets its old seat back',
    body: z
      .object({
        ...oneOf,
        name: PersonName,
        organisation: Organisation,
        sector: ShortText,
        level: ShortText,
        as: z.enum(['contributor', 'observer']).optional(),
        passphrase: z.string().max(limits.passphraseLength).optional(),
      })
      .refine(exactlyOne, exactlyOneMessage),
    /** Whoever has to wait is answered 202; the same request again then says how it went. */
    result: z.union([
      z.object({ workshopId: WorkshopId, participantId: ParticipantId, role: Role, returnLink: z.string() }),
      z.object({ waiting: z.literal(true) }),
    ]),
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
  seats: defineEndpoint({
    method: 'GET',
    path: '/api/workshops',
    summary: 'The workshops in which this device has a seat',
    result: z.object({
      workshops: z.array(
        z.object({
          workshopId: WorkshopId,
          title: z.string(),
          /** The title before the group adopted a name. */ openedAs: z.string().optional(),
          role: Role,
          name: z.string(),
          createdAtMs: z.number(),
          /** What the group is to look at again first, where its day has come or comes within two weeks. */
          due: z.object({ title: z.string(), atMs: z.number() }).optional(),
        }),
      ),
    }),
    status: 200,
  }),
} as const
