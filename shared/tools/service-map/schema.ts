import { z } from 'zod'
import { idSchema, RecordRef } from '../../doc/ids'
import { OrderKey } from '../../doc/order'
import { limits } from '../../sync/limits'

export const StageId = idSchema('stage')
export type StageId = z.infer<typeof StageId>
export const ServiceId = idSchema('service')
export type ServiceId = z.infer<typeof ServiceId>
export const EffortId = idSchema('effort')
export type EffortId = z.infer<typeof EffortId>
export const CarriedId = idSchema('carried')
export type CarriedId = z.infer<typeof CarriedId>

/** A partner by id; the roster belongs to another tool, so a dangling one is nobody. */
const PartyKey = z.string().min(1).max(64)

/** More than these are no map that a group can look over. */
export const mostStages = 20
export const mostServices = 1_000
export const mostEfforts = 200

/** More entries than this in one list of a service are no list that anybody reads. */
export const mostEntries = 20

/** People; more than any partnership serves. */
export const mostPeople = 1_000_000

/** Ten years: longer is no wait, it is a no. */
export const mostWeeks = 520

const words = z.string().max(limits.noteLength)
const line = z
  .string()
  .max(limits.titleLength)
  .regex(/^[^\r\n]*$/)
const title = line.min(1)
const People = z.number().int().min(0).max(mostPeople)

/** Starters by id, or a group's own words; parted by semicolons in a file, so that none holds one. */
const Entries = z
  .array(
    z
      .string()
      .min(1)
      .max(limits.nameLength)
      .regex(/^[^;\r\n]+$/),
  )
  .max(mostEntries)

/** A step on a learner's way, and how well what is there meets the need. A row of the map. */
export const MapStage = z.object({
  id: StageId,
  label: title,
  order: OrderKey,
  /** People a year who need what stands here; absent while nobody has said. */
  needPerYear: People.optional(),
  strengths: words.optional(),
  weaknesses: words.optional(),
  challenges: words.optional(),
  /** What is missing against the need. */
  gaps: words.optional(),
  /** Set when the stage was taken out; it stays restorable with what stands in it. */
  removedAtMs: z.number().optional(),
})
export type MapStage = z.infer<typeof MapStage>

/** Whether the partner itself has said so. */
export const Confidence = z.enum(['confirmed', 'believed', 'to-check'])
export type Confidence = z.infer<typeof Confidence>

/** One service of one partner at one stage. */
export const Service = z.object({
  id: ServiceId,
  stageId: StageId,
  partnerId: PartyKey,
  label: title,
  /** What kind of service or support it is, a starter's id; absent while nobody has said. */
  kind: z.string().max(64).optional(),
  /** Who may use it; absent while nobody has said. */
  populations: Entries.optional(),
  /** How it is delivered, a starter's id. */
  model: z.string().max(64).optional(),
  /** What pays for it. */
  funding: Entries.optional(),
  fundingEndsOn: z.iso.date().optional(),
  area: line.optional(),
  capacityPerYear: People.optional(),
  servedLastYear: People.optional(),
  waitWeeks: z.number().min(0).max(mostWeeks).optional(),
  /** What the partner must report on. */
  measure: line.optional(),
  /** What is missing in it, a starter's id. */
  gap: z.string().max(64).optional(),
  confidence: Confidence.optional(),
  order: OrderKey,
  /** Set when it was taken off the map; it stays restorable. */
  removedAtMs: z.number().optional(),
})
export type Service = z.infer<typeof Service>

/** What a person says about a service. */
export type ServiceFields = Omit<Service, 'id' | 'order' | 'removedAtMs'>

/** How far a group knows what somebody says is being done already. */
export const EffortState = z.enum(['said', 'found', 'examined'])
export type EffortState = z.infer<typeof EffortState>

/** Something of which somebody said “we have been doing that”. */
export const Effort = z.object({
  id: EffortId,
  label: title,
  partnerId: PartyKey.optional(),
  stageId: StageId.optional(),
  state: EffortState,
  /** What a look at it showed: for whom, how many, with what result. */
  findings: words.optional(),
  order: OrderKey,
  removedAtMs: z.number().optional(),
})
export type Effort = z.infer<typeof Effort>

/** What a person says about an effort. */
export type EffortFields = Omit<Effort, 'id' | 'order' | 'removedAtMs'>

/** What became of a hole: the question or the open point that was made of it. Its id says which hole. */
export const Carried = z.object({ id: CarriedId, as: z.enum(['question', 'point']), ref: RecordRef })
export type Carried = z.infer<typeof Carried>
