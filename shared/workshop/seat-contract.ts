import { z } from 'zod'
import { WorkshopId } from '../access/actor'
import { defineEndpoint } from '../http/endpoint'
import { Seat, StepId, StepTool } from './schema'

/** Having a seat in a workshop, keeping it and leaving. Source: HOUSE section 6. */
export const seatContract = {
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
} as const
