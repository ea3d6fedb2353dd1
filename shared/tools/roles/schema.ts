import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { idSchema } from '../../doc/ids'
import { OrderKey } from '../../doc/order'
import { limits } from '../../sync/limits'
import { mostHours } from './hours'

export const ChartId = idSchema('chart')
export type ChartId = z.infer<typeof ChartId>

export const DutyId = idSchema('duty')
export type DutyId = z.infer<typeof DutyId>

/** A partner by id; the roster belongs to another tool, so a dangling one is nobody. */
export const PartyKey = z.string().min(1).max(64)

/** How often a letter of a chart's own stands in a row. */
export const Standing = z.enum(['once', 'some', 'free'])
export type Standing = z.infer<typeof Standing>

/** A letter that a group made for its chart. */
export const OwnLetter = z.object({
  name: z.string().min(1).max(40),
  /** Exactly once in a row, at least once, or as it comes. */
  stands: Standing,
  /** Whether it is work, which takes hours; being asked or told is none. */
  works: z.boolean(),
  /** Its place among the letters. */
  place: z.number(),
  /** Set when the letter was given up; cells that have it still are findings and not refused. */
  retired: z.boolean().optional(),
})
export type OwnLetter = z.infer<typeof OwnLetter>

/** A role chart; a step without a record of its own shows an empty chart of the default model. */
export const Chart = z.object({
  id: ChartId,
  title: z.string().max(limits.titleLength),
  /** Id of a role model, or `own`. */
  model: z.string().max(32),
  /** The group's own letters, by letter; they count while the model is `own`. */
  own: z.record(z.string().regex(/^[A-Z]$/), OwnLetter).optional(),
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
  /** What the work takes each partner that does it; an hour a month while nobody has said. */
  hoursPerMonth: z.number().min(0).max(mostHours).optional(),
  /** A skill that the work asks for, in the words of the partners' lists. */
  skill: z.string().max(limits.nameLength).optional(),
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
