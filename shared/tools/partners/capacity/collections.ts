import { defineCollection } from '../../../doc/collection'
import { Learning, Meeting, Skill } from './schema'

/** Who needs a skill and how well each has it are edited partner by partner. */
export const skills = defineCollection('neededSkills', Skill, { maps: ['neededBy', 'heldBy'] })

/** Trainings, communities of practice and mentoring pairs. */
export const learnings = defineCollection('learnings', Learning, { maps: ['who'] })

/** Meetings that are planned, with whom they ask to come. */
export const meetings = defineCollection('plannedMeetings', Meeting, { maps: ['invited'] })
