import { z } from 'zod'
import { ParticipantId } from '../../access/actor'
import { idSchema } from '../../doc/ids'
import { OrderKey } from '../../doc/order'
import { limits } from '../../sync/limits'
import { withLists } from './entry-keys'

export const PartnerId = idSchema('partner')
export type PartnerId = z.infer<typeof PartnerId>

export const Level = z.enum(['state', 'local', 'tribal', 'federal'])
export type Level = z.infer<typeof Level>

/** The three team rings, from the middle outwards. */
export const Team = z.enum(['leadership', 'operations', 'stakeholders'])
export type Team = z.infer<typeof Team>

/** Hours of the longest month; more cannot be given. */
export const mostHoursPerMonth = 744

/** More partners than this are no roster that a group can look over. */
export const mostPartners = 500

/** Speaks for the effort in public, in funding and in law; or lends it the name. */
export const Backing = z.enum(['champion', 'endorser'])
export type Backing = z.infer<typeof Backing>

/** A day of the calendar, `2026-11-23`. */
export const Day = z.iso.date()

/** More entries than this in one list of a partner are no list that anybody reads. */
export const mostEntries = 30

/** Two people who fill a list at once may go beyond that; nothing of it is lost. */
const mostStored = 2 * mostEntries

/** Short entries, one a line on screen and parted by semicolons in a file, so that none holds either. */
const Entries = z
  .array(
    z
      .string()
      .min(1)
      .max(limits.titleLength)
      .regex(/^[^;\r\n]+$/),
  )
  .max(mostStored)

const words = z.string().max(limits.noteLength)

/** The fields of a partner. */
export const PartnerShape = z.object({
  id: PartnerId,
  name: z.string().min(1).max(limits.titleLength),
  /** A sector of the recommended team; absent while nobody has said. */
  sector: z.string().max(64).optional(),
  level: Level.optional(),
  /** Absent while it is in no ring. */
  team: Team.optional(),
  /** A role title rather than a person: people change jobs. */
  contact: z.string().max(limits.titleLength).optional(),
  hoursPerMonth: z.number().min(0).max(mostHoursPerMonth).optional(),
  /** Recommended seats that it holds, by id. */
  seats: z.array(z.string().max(64)).max(30),
  /** Who from it takes part, each as `Name, role`. */
  people: Entries.optional(),
  /** What a win would be for it. */
  goals: words.optional(),
  /** What it puts in: money, staff, rooms, data. */
  resources: words.optional(),
  /** The performance measures it answers for. */
  measures: words.optional(),
  /** What it must do or may not do: law, funders' conditions. */
  requirements: words.optional(),
  /** Whom it serves. */
  populations: Entries.optional(),
  skills: Entries.optional(),
  backing: Backing.optional(),
  pledgedAction: words.optional(),
  pledgedMoney: words.optional(),
  pledgedLegislation: words.optional(),
  note: words.optional(),
  /** Its first day with the partnership; absent when it was always there, or nobody has said. */
  joinedOn: Day.optional(),
  /** The day its row was added; absent in rows stored before that was kept. */
  addedOn: Day.optional(),
  order: OrderKey,
  authorId: ParticipantId,
  /** Set when it was taken off the list; it stays restorable. */
  removedAtMs: z.number().optional(),
})
export type Partner = z.infer<typeof PartnerShape>

/** An organisation of the partnership; its lists are stored entry by entry. */
export const Partner = z.unknown().transform(withLists).pipe(PartnerShape)

/** What a person says about a partner. */
export type PartnerFields = Omit<Partner, 'id' | 'order' | 'authorId' | 'removedAtMs' | 'addedOn'>

/** Where a seat belongs; `either` asks for somebody from the state or from a locality. */
export const SeatLevel = z.enum(['state', 'local', 'tribal', 'federal', 'either'])
export type SeatLevel = z.infer<typeof SeatLevel>

export const PopulationId = idSchema('population')
export type PopulationId = z.infer<typeof PopulationId>

/** People whom the work is for, and who ask for certain partners at the table. */
export const Population = z.object({
  id: PopulationId,
  name: z.string().min(1).max(limits.nameLength),
  order: OrderKey,
  authorId: ParticipantId,
})
export type Population = z.infer<typeof Population>

export const SeatId = idSchema('seat')
export type SeatId = z.infer<typeof SeatId>

/** A seat that this partnership added to the recommended ones. */
export const OwnSeat = z.object({
  id: SeatId,
  name: z.string().min(1).max(limits.nameLength),
  sector: z.string().max(64).optional(),
  level: SeatLevel,
  /** The population that asks for it; absent for a seat that the work asks for anyway. */
  populationId: PopulationId.optional(),
  /** One of the seats without which the table is not complete. */
  isMinimum: z.boolean(),
  order: OrderKey,
  authorId: ParticipantId,
})
export type OwnSeat = z.infer<typeof OwnSeat>

export const LeftOutId = idSchema('out')
export type LeftOutId = z.infer<typeof LeftOutId>

/** A recommended seat or minimum rule that this partnership does without; `out_` and its id, so that leaving out twice is once. */
export const LeftOut = z.object({ id: LeftOutId, authorId: ParticipantId })
export type LeftOut = z.infer<typeof LeftOut>

export const MoveId = idSchema('move')
export type MoveId = z.infer<typeof MoveId>

/** A partner's step from one ring to another. Which ring it is in now stands on the partner; a move says since when, and why. */
export const TeamMove = z.object({
  id: MoveId,
  partnerId: PartnerId,
  /** Absent: from no ring. */
  from: Team.optional(),
  /** Absent: out of all rings. */
  to: Team.optional(),
  on: Day,
  /** One line. */
  reason: z
    .string()
    .max(limits.titleLength)
    .regex(/^[^\r\n]*$/)
    .optional(),
  /** Order of the moves of one day. */
  order: OrderKey,
  authorId: ParticipantId,
})
export type TeamMove = z.infer<typeof TeamMove>

/** What a person says about a move. */
export type MoveFields = Pick<TeamMove, 'from' | 'to' | 'on' | 'reason'>

/** The one partner that runs the everyday coordination, as a closed vote decided. */
export const Intermediary = z.object({
  id: z.literal('intermediary'),
  partnerId: PartnerId,
  /** As it was called when it was chosen. */
  name: z.string().max(limits.titleLength),
  roundId: z.string().max(64),
  /** What was asked. */
  question: z.string(),
  chosenAtMs: z.number(),
  /** Who acts for it, as facilitators said: nobody becomes one of them by naming the organisation when joining. */
  people: z.array(ParticipantId).max(limits.participants),
})
export type Intermediary = z.infer<typeof Intermediary>

/** When the group looks again at who is at the table. */
export const MembershipReview = z.object({ id: z.literal('membership'), dueOn: Day })
export type MembershipReview = z.infer<typeof MembershipReview>
