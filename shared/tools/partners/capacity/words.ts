import { learningKinds } from '../../../content/capacity'
import { calendarDayInWords } from '../../../doc/day'
import { joined } from '../../../doc/words'
import type { Partner } from '../schema'
import type { Learning } from './schema'

/** The name of a way to learn. */
export function formatLabel(format: string): string {
  return learningKinds.find(({ id }) => id === format)?.label ?? format
}

/** The partners that come, on the roster. */
export function learnersOf({ who }: Pick<Learning, 'who'>, roster: readonly Partner[]): readonly Partner[] {
  return roster.filter(({ id }) => who[id])
}

/** Who teaches; undefined while nobody is named. */
export function ledBy({ mentorId, provider }: Pick<Learning, 'mentorId' | 'provider'>, roster: readonly Partner[]): string | undefined {
  return roster.find(({ id }) => id === mentorId)?.name ?? provider
}

/** For example `Mentoring pair on 3 December 2026, led by Valley College, for County Human Services`. */
export function learningInWords(learning: Learning, roster: readonly Partner[]): string {
  const when = learning.on ? `on ${calendarDayInWords(learning.on)}` : 'on a day to be found'
  const who = joined(learnersOf(learning, roster).map(({ name }) => name))
  return `${formatLabel(learning.format)} ${when}, led by ${ledBy(learning, roster) ?? 'somebody to be found'}, for ${who || 'whoever wants to come'}`
}
