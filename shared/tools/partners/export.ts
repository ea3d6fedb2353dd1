import { writeCsv } from '../../doc/csv'
import { listFields, textFields } from './fields'
import { movesOf } from './moves'
import { movesCell } from './moves-cell'
import type { Partner, TeamMove } from './schema'
import { onRoster } from './selectors'

interface Column {
  readonly title: string
  readonly cell: (partner: Partner, moves: readonly TeamMove[]) => string
  /** There even when nobody has anything in it. */
  readonly always?: true
}

const columns: readonly Column[] = [
  { title: 'name', cell: ({ name }) => name, always: true },
  { title: 'sector', cell: ({ sector = '' }) => sector, always: true },
  { title: 'level', cell: ({ level = '' }) => level, always: true },
  { title: 'team', cell: ({ team = '' }) => team, always: true },
  { title: 'contact', cell: ({ contact = '' }) => contact, always: true },
  { title: 'capacity_hours_per_month', cell: ({ hoursPerMonth }) => String(hoursPerMonth ?? ''), always: true },
  { title: 'seats', cell: ({ seats }) => seats.join('; ') },
  ...listFields.map(({ key, column }) => ({ title: column, cell: (partner: Partner) => partner[key]?.join('; ') ?? '' })),
  { title: 'backing', cell: ({ backing = '' }) => backing },
  ...textFields.map(({ key, column }) => ({ title: column, cell: (partner: Partner) => partner[key] ?? '' })),
  { title: 'joined_on', cell: ({ joinedOn = '' }) => joinedOn },
  { title: 'moves', cell: ({ id }, moves) => movesCell(movesOf(moves, id)) },
]

/** The roster as CSV, in the columns that an import takes; beyond the first six only those in which somebody has anything. */
export function rosterCsv(all: readonly Partner[], moves: readonly TeamMove[]): string {
  const roster = onRoster(all)
  const used = columns.filter(({ always, cell }) => always || roster.some((partner) => cell(partner, moves) !== ''))
  return writeCsv([used.map(({ title }) => title), ...roster.map((partner) => used.map(({ cell }) => cell(partner, moves)))])
}
