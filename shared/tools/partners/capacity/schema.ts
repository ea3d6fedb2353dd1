import { z } from 'zod'
import { ParticipantId } from '../../../access/actor'
import { idSchema } from '../../../doc/ids'
import { OrderKey } from '../../../doc/order'
import { limits } from '../../../sync/limits'
import { Day } from '../schema'

export const SkillId = idSchema('skill')
export type SkillId = z.infer<typeof SkillId>

/** A partner by id; one that is off the roster is nobody. */
const PartnerKey = z.string().min(1).max(64)

/** From 0, new to it, to 4, can teach it. */
export const SkillLevel = z.number().int().min(0).max(4)

/** A skill that the work asks for. */
export const Skill = z.object({
  id: SkillId,
  name: z.string().min(1).max(limits.nameLength),
  /** Partners that need it for their part. */
  neededBy: z.record(PartnerKey, z.literal(true)),
  /** How well each partner has it, as far as somebody has said. */
  heldBy: z.record(PartnerKey, SkillLevel),
  order: OrderKey,
  authorId: ParticipantId,
})
export type Skill = z.infer<typeof Skill>

export const LearningId = idSchema('learning')
export type LearningId = z.infer<typeof LearningId>

/** Ways to learn; the ids are the content's. */
export const LearningFormat = z.enum([
  'targeted-training',
  'community-of-practice',
  'skill-based-workshop',
  'joint-staff-briefing',
  'mentoring',
])
export type LearningFormat = z.infer<typeof LearningFormat>

/** A training, a community of practice or a mentoring pair that a gap led to. */
export const Learning = z.object({
  id: LearningId,
  skillId: SkillId,
  format: LearningFormat,
  /** Partners that come. */
  who: z.record(PartnerKey, z.literal(true)),
  /** The partner that teaches or mentors. */
  mentorId: PartnerKey.optional(),
  /** Who gives it where no partner does. */
  provider: z.string().max(limits.titleLength).optional(),
  on: Day.optional(),
  isDone: z.boolean(),
  order: OrderKey,
  authorId: ParticipantId,
})
export type Learning = z.infer<typeof Learning>

/** What a person says about a learning event. */
export type LearningFields = Omit<Learning, 'id' | 'order' | 'authorId'>

export const MeetingId = idSchema('meeting')
export type MeetingId = z.infer<typeof MeetingId>

export const mostMeetingMinutes = 1440
export const mostInvited = 99

/** A meeting that is planned. Without an objective there is none. */
export const Meeting = z.object({
  id: MeetingId,
  objective: z.string().max(limits.titleLength).regex(/\S/),
  on: Day,
  minutes: z.number().int().min(1).max(mostMeetingMinutes),
  /** How many people of each partner are asked to come. */
  invited: z.record(PartnerKey, z.number().int().min(1).max(mostInvited)),
  order: OrderKey,
  authorId: ParticipantId,
})
export type Meeting = z.infer<typeof Meeting>

/** What a person says about a meeting. */
export type MeetingFields = Omit<Meeting, 'id' | 'order' | 'authorId'>
