import { writeCsv } from '../../doc/csv'
import type { Partner } from './schema'
import { onRoster } from './selectors'

const columns = ['name', 'sector', 'level', 'team', 'contact', 'capacity_hours_per_month'] as const

/** The roster as CSV, in the columns that an import takes; seats and notes only where somebody has any. */
export function rosterCsv(all: readonly Partner[]): string {
  const roster = onRoster(all)
  const hasSeats = roster.some(({ seats }) => seats.length > 0)
  const hasNotes = roster.some(({ note }) => note !== undefined)
  const header = [...columns, ...(hasSeats ? ['seats'] : []), ...(hasNotes ? ['note'] : [])]
  const rows = roster.map((partner) => [
    partner.name,
    partner.sector ?? '',
    partner.level ?? '',
    partner.team ?? '',
    partner.contact ?? '',
    partner.hoursPerMonth === undefined ? '' : String(partner.hoursPerMonth),
    ...(hasSeats ? [partner.seats.join('; ')] : []),
    ...(hasNotes ? [partner.note ?? ''] : []),
  ])
  return writeCsv([header, ...rows])
}
