import { calendarDayInWords } from '../../../doc/day'
import { byOrder } from '../../../doc/order'
import { type Block, type Cell, type OutlineSection, plain } from '../../../doc/outline'
import { joined, plural } from '../../../doc/words'
import type { Partner } from '../schema'
import { onRoster } from '../selectors'
import { hoursGroups } from './hours'
import { meetingCost, personHours } from './meeting-cost'
import type { Learning, Meeting, Skill } from './schema'
import { type SkillCover, skillCover, skillGaps } from './skill-cover'
import { formatLabel, learnersOf, ledBy } from './words'

/** What a partnership has written about its capacity. */
export interface CapacityRecords {
  readonly skills: readonly Skill[]
  readonly learnings: readonly Learning[]
  readonly meetings: readonly Meeting[]
}

/** The chapter on capacity: skills needed and held, what is missing, how it is learnt, hours given, what meetings take. */
export function capacityOutline(all: readonly Partner[], { skills, learnings, meetings }: CapacityRecords): readonly OutlineSection[] {
  if (skills.length + meetings.length === 0) return []
  const roster = onRoster(all)
  const blocks = [
    ...skillBlocks(skillCover(roster, skills), learnings),
    ...learningBlocks(learnings, skills, roster),
    ...hourBlocks(roster),
    ...meetingBlocks(meetings, roster),
  ]
  return [{ part: 'partners', title: 'Capacity', blocks }]
}

function skillBlocks(covers: readonly SkillCover[], learnings: readonly Learning[]): Block[] {
  if (covers.length === 0) return []
  const rows = covers.map(({ skill, holders, teachers, needing }): Cell[] =>
    [skill.name, names(needing), names(holders) || 'nobody yet', names(teachers)].map(plain),
  )
  const gaps = skillGaps(covers, learnings).map(({ words, planned }) =>
    planned.length === 0
      ? `${words} Nothing is planned for it yet.`
      : `${words} Planned: ${planned.map(({ format }) => formatLabel(format).toLowerCase()).join(', ')}.`,
  )
  return [
    { type: 'table', caption: 'Skills that the work asks for', head: ['Skill', 'Needed by', 'Held by', 'Can teach it'].map(plain), rows },
    heading('Skills that are missing'),
    gaps.length === 0 ? paragraph('Every skill is held by those who need it.') : list(gaps),
  ]
}

function learningBlocks(learnings: readonly Learning[], skills: readonly Skill[], roster: readonly Partner[]): Block[] {
  const rows = [...learnings].sort(byOrder).flatMap((learning): Cell[][] => {
    const skill = skills.find(({ id }) => id === learning.skillId)
    if (!skill) return []
    const when = learning.isDone ? 'done' : learning.on ? calendarDayInWords(learning.on) : 'to be found'
    const row = [
      skill.name,
      formatLabel(learning.format),
      names(learnersOf(learning, roster)),
      ledBy(learning, roster) ?? 'to be found',
      when,
    ]
    return [row.map(plain)]
  })
  if (rows.length === 0) return []
  const head = ['Skill', 'How', 'Who comes', 'Led by', 'When'].map(plain)
  return [heading('Trainings, communities of practice and mentors'), { type: 'table', head, rows }]
}

function hourBlocks(roster: readonly Partner[]): Block[] {
  const { total, groups } = hoursGroups(roster)
  if (groups.length === 0) return []
  const rows = groups.map(({ label, partners }): Cell[] => [label, names(partners)].map(plain))
  return [
    heading('Time'),
    paragraph(`${plural(total, 'hour')} a month from all partners together.`),
    { type: 'table', head: ['What their hours allow', 'Partners'].map(plain), rows },
  ]
}

function meetingBlocks(meetings: readonly Meeting[], roster: readonly Partner[]): Block[] {
  if (meetings.length === 0) return []
  const rows = [...meetings].sort(byDayOf).map((meeting): Cell[] => {
    const { minutes, people, employers } = meetingCost(meeting, roster)
    const hours = [personHours(minutes, people), personHours(minutes, employers)].map(String)
    return [calendarDayInWords(meeting.on), meeting.objective, String(minutes), String(people), ...hours].map(plain)
  })
  const head = ['When', 'Objective', 'Minutes', 'People', 'Person-hours', 'Employers’ hours'].map(plain)
  return [heading('What meetings take'), { type: 'table', head, rows }]
}

/** Meetings, the first first. */
export function byDayOf(a: Meeting, b: Meeting): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : byOrder(a, b)
}

function names(partners: readonly Partner[]): string {
  return joined(partners.map(({ name }) => name))
}

function heading(text: string): Block {
  return { type: 'heading', level: 3, text: plain(text) }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: plain(text) }
}

function list(items: readonly string[]): Block {
  return { type: 'list', ordered: false, items: items.map((text) => ({ blocks: [paragraph(text)] })) }
}
