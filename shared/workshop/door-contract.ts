import { z } from 'zod'
import { Role } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { limits } from '../sync/limits'
import { Passphrase } from './fields'
import { DoorKind } from './schema'

/** Somebody at the door, as facilitators see them. */
export const Knock = z.object({
  knockId: z.string(),
  name: z.string(),
  organisation: z.string().optional(),
  sector: z.string().optional(),
  level: z.string().optional(),
  role: Role,
  atMs: z.number(),
  state: z.enum(['waiting', 'turned-away']),
})
export type Knock = z.infer<typeof Knock>

/** How the door is kept, and who stands at it. */
export const doorContract = {
  setDoor: defineEndpoint({
    method: 'PUT',
    path: '/api/workshops/:id/door',
    summary: 'Choose how people with the code or a link come in; those who are in stay in',
    body: z.discriminatedUnion('door', [
      z.object({ door: z.literal('open') }),
      z.object({ door: z.literal('passphrase'), passphrase: Passphrase }),
      z.object({ door: z.literal('knock') }),
    ]),
    result: z.object({ door: DoorKind }),
    status: 200,
  }),
  knocks: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/knocks',
    summary: 'Who waits at the door, and who was turned away, in the order in which they came',
    result: z.object({ knocks: z.array(Knock) }),
    status: 200,
  }),
  answerKnocks: defineEndpoint({
    method: 'POST',
    path: '/api/workshops/:id/knocks',
    summary: 'Let people in or turn them away; those who left the door meanwhile are passed over',
    body: z.object({ knockIds: z.array(z.string().max(64)).min(1).max(limits.knocks), admit: z.boolean() }),
    result: z.object({ answered: z.number().int() }),
    status: 200,
  }),
} as const
