import { z } from 'zod'
import { idSchema } from '../../../doc/ids'
import { OrderKey } from '../../../doc/order'
import { limits } from '../../../sync/limits'

export const RightId = idSchema('right')
export type RightId = z.infer<typeof RightId>

/** What a level has to do with a decision. */
export const Share = z.enum(['decides', 'consulted', 'informed'])
export type Share = z.infer<typeof Share>

export const RightLevel = z.enum(['state', 'local', 'tribal', 'federal'])
export type RightLevel = z.infer<typeof RightLevel>

/** More kinds of decision than this are no list that a group agrees on. */
export const mostRights = 200

/** A kind of decision, and who takes it. */
export const DecisionRight = z.object({
  id: RightId,
  decision: z.string().min(1).max(limits.titleLength),
  order: OrderKey,
  /** By level; a level that has nothing to do with it is left out. */
  shares: z.record(z.string().regex(/^(?:state|local|tribal|federal)$/), Share),
  /** The body or partner that decides, in words. */
  decider: z.string().max(limits.titleLength).optional(),
  /** Who is asked before. */
  consulted: z.string().max(limits.titleLength).optional(),
  /** Set when the row was taken out; it stays restorable. */
  removedAtMs: z.number().optional(),
})
export type DecisionRight = z.infer<typeof DecisionRight>
