import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { idSchema } from '../../doc/ids'
import { OrderKey } from '../../doc/order'
import { limits } from '../../sync/limits'

export const ChartId = idSchema('chart')
export type ChartId = z.infer<typeof ChartId>

export const DutyId = idSchema('duty')
export type DutyId = z.infer<typeof DutyId>

/** A partner by id; the roster belongs to another tool, so a dangling one is nobody. */
export const PartyKey = z.string().min(1).max(64)

/** A role chart; a step without a record of its own shows an empty chart of the default model. */
export const Chart = z.object({
  id: ChartId,
  title: z.string().max(limits.titleLength),
  /** Id of a role model. */
  model: z.string().max(32),
  order: OrderKey,
})
export type Chart = z.infer<typeof Chart>

/** More rows than this are no chart that a group can look over. */
export const mostDuties = 500

/** One responsibility: a row of a chart. */
export const Duty = z.object({
  id: DutyId,
  chartId: ChartId,
  label: z.string().min(1).max(limits.titleLength),
  /** Heading under which the row stands. */
  group: z.string().max(limits.nameLength).optional(),
  order: OrderKey,
  /** Letters by partner, without the letter that stands once in a row: `R`, or `R/I` where a model allows it. */
  cells: z.record(
    PartyKey,
    z
      .string()
      .regex(/^[A-Z](\/[A-Z])*$/)
      .max(16),
  ),
  /** The partner whose claim to the once-only letter stands. */
  holder: PartyKey.optional(),
  /** Who gave the letter to `party`, and when; says nothing about a holder that another write made. */
  holderBy: z.object({ party: PartyKey, id: ParticipantId, atMs: z.number() }).optional(),
  /** When each partner was given the once-only letter; claims beside the holder's are contested. */
  claims: z.record(PartyKey, z.number()),
  /** Set when the row was taken out; it stays restorable. */
  removedAtMs: z.number().optional(),
})
export type Duty = z.infer<typeof Duty>
