import { hourReadings } from '../../../content/capacity'
import type { Partner } from '../schema'
import { onRoster } from '../selectors'

/** The most hours a month, exclusive, of every reading but the last; the content's conditions in numbers. */
const below: Readonly<Record<string, number>> = { thin: 4, working: 16 }

/** Partners that can give about as much. */
export interface HoursGroup {
  readonly id: string
  readonly label: string
  readonly partners: readonly Partner[]
}

/** What the hours of the roster allow, those who give the most first; who has not said comes last. */
export function hoursGroups(all: readonly Partner[]): { readonly total: number; readonly groups: readonly HoursGroup[] } {
  const roster = onRoster(all)
  const said = [...hourReadings].reverse().map(({ id, label }) => ({
    id,
    label,
    partners: roster.filter(({ hoursPerMonth }) => hoursPerMonth !== undefined && readingOf(hoursPerMonth) === id),
  }))
  const silent = { id: 'silent', label: 'Not said yet', partners: roster.filter(({ hoursPerMonth }) => hoursPerMonth === undefined) }
  return {
    total: roster.reduce((sum, { hoursPerMonth = 0 }) => sum + hoursPerMonth, 0),
    groups: [...said, silent].filter(({ partners }) => partners.length > 0),
  }
}

/** Id of what so many hours a month allow. */
export function readingOf(hours: number): string {
  if (hours === 0) return 'none'
  return Object.entries(below).find(([, limit]) => hours < limit)?.[0] ?? 'strong'
}
