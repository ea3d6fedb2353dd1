import { nameKey } from '../../../doc/name-key'
import { plural } from '../../../doc/words'
import type { AgendaStep, Participant } from '../../../workshop/schema'
import type { Partner } from '../schema'
import { onRoster } from '../selectors'
import type { Meeting } from './schema'

/** What a meeting takes of people's time, employers' apart: they give theirs unpaid. */
export interface MeetingCost {
  readonly minutes: number
  readonly people: number
  readonly employers: number
}

const employerSector = 'employers'

/** What a planned meeting takes of those who are asked to come; partners that are off the roster are not counted. */
export function meetingCost({ minutes, invited }: Pick<Meeting, 'minutes' | 'invited'>, all: readonly Partner[]): MeetingCost {
  const roster = onRoster(all)
  const peopleOf = (partners: readonly Partner[]) => partners.reduce((sum, { id }) => sum + (invited[id] ?? 0), 0)
  return { minutes, people: peopleOf(roster), employers: peopleOf(roster.filter(({ sector }) => sector === employerSector)) }
}

/** What this workshop's agenda takes of those who have joined. Observers are left out: the room's own screen is one. */
export function sessionCost(
  steps: readonly Pick<AgendaStep, 'minutes'>[],
  participants: readonly Participant[],
  all: readonly Partner[],
): MeetingCost {
  const employers = new Set(
    onRoster(all)
      .filter(({ sector }) => sector === employerSector)
      .map(({ name }) => nameKey(name)),
  )
  const joined = participants.filter(({ role, removed }) => role !== 'observer' && !removed)
  const isEmployer = ({ sector, organisation }: Participant) =>
    sector === employerSector || (organisation !== undefined && employers.has(nameKey(organisation)))
  return {
    minutes: steps.reduce((sum, step) => sum + step.minutes, 0),
    people: joined.length,
    employers: joined.filter(isEmployer).length,
  }
}

/** Hours of one person, to a tenth. */
export function personHours(minutes: number, people: number): number {
  return Math.round((minutes * people) / 6) / 10
}

/** For example `90 minutes with 12 people: 18 person-hours, 3 of them employers’.` */
export function costInWords({ minutes, people, employers }: MeetingCost): string {
  const total = plural(personHours(minutes, people), 'person-hour')
  const apart = employers === 0 ? 'none of them employers’' : `${personHours(minutes, employers).toLocaleString('en')} of them employers’`
  return `${plural(minutes, 'minute')} with ${plural(people, 'person', 'people')}: ${total}, ${apart}.`
}
