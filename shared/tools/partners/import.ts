import type { CsvRow } from '../../doc/csv'
import { nameKey } from '../../doc/name-key'
import { type CellProblem, type ColumnMapping, cellsByTarget, columnOf, wideRows } from '../../doc/table-import'
import { limits } from '../../sync/limits'
import type { PartnerImport } from './commands'
import { backings, entriesOf, listFields, textFields } from './fields'
import { readMovesCell } from './moves-cell'
import { proposeSeats } from './propose-seats'
import { levels, type Seat, sectors, teams } from './recommended-team'
import {
  type Backing,
  Day,
  type Level,
  type MoveFields,
  mostEntries,
  mostHoursPerMonth,
  mostPartners,
  type Partner,
  type PartnerFields,
  type PartnerId,
  type Team,
} from './schema'
import { recommendedList, type SeatList, seatsIn } from './seat-list'

/** What a column of a partners file may mean. */
export const importTargets: readonly { readonly value: string; readonly label: string; readonly required: boolean }[] = [
  { value: 'name', label: 'Name', required: true },
  { value: 'sector', label: 'Sector', required: false },
  { value: 'level', label: 'Level', required: false },
  { value: 'team', label: 'Team ring', required: false },
  { value: 'contact', label: 'Contact', required: false },
  { value: 'hours', label: 'Hours a month', required: false },
  { value: 'seats', label: 'Seats', required: false },
  ...listFields.map(({ key, label }) => ({ value: key, label, required: false })),
  { value: 'backing', label: 'Champion or endorser', required: false },
  ...textFields.map(({ key, label }) => ({ value: key, label, required: false })),
  { value: 'joinedOn', label: 'Joined on', required: false },
  { value: 'moves', label: 'Moves between rings', required: false },
]

const headerWords: Readonly<Record<string, string>> = {
  name: 'name',
  partner: 'name',
  organisation: 'name',
  organization: 'name',
  sector: 'sector',
  level: 'level',
  team: 'team',
  ring: 'team',
  'team ring': 'team',
  contact: 'contact',
  'capacity hours per month': 'hours',
  'hours per month': 'hours',
  'hours a month': 'hours',
  hours: 'hours',
  capacity: 'hours',
  seats: 'seats',
  seat: 'seats',
  notes: 'note',
  ...Object.fromEntries(
    [...listFields, ...textFields].flatMap(({ key, label, column }) => [column, label].map((words) => [nameKey(words), key])),
  ),
  members: 'people',
  population: 'populations',
  'populations served': 'populations',
  skills: 'skills',
  resource: 'resources',
  'resources offered': 'resources',
  'performance measures': 'measures',
  backing: 'backing',
  'champion or endorser': 'backing',
  'joined on': 'joinedOn',
  joined: 'joinedOn',
  moves: 'moves',
  'moves between rings': 'moves',
}

/** The meaning of each column, guessed from its header; a meaning is given once. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const taken = new Set<string>()
  return header.map((title) => {
    const target = headerWords[nameKey(title)]
    if (!target || taken.has(target)) return null
    taken.add(target)
    return target
  })
}

/** One partner of the file as it would be stored. */
export interface PlannedPartner extends PartnerImport {
  readonly line: number
  readonly id?: PartnerId
  /** Seats that its name suggests; stored only when confirmed. */
  readonly proposedSeats: readonly string[]
}

/** What importing a file would do; nothing is written by making it. */
export interface PartnerPlan {
  readonly rows: readonly PlannedPartner[]
  readonly problems: readonly CellProblem[]
  /** Why the file as a whole cannot be imported with this mapping. */
  readonly refusal?: string
}

/** Reads the rows of a partners file against the roster. Cells with problems are planned as empty, rows as left out. */
export function planImport(
  header: readonly string[],
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  roster: readonly Partner[],
  seats: SeatList = recommendedList,
): PartnerPlan {
  if (!mapping.includes('name')) {
    return { rows: [], problems: [], refusal: 'No column holds the names. Choose the column with the partners’ names.' }
  }
  const tooWide = wideRows(header, rows)
  const wideLines = new Set(tooWide.map(({ line }) => line))
  const problems: CellProblem[] = [...tooWide]
  const known = new Map(roster.map((partner) => [nameKey(partner.name), partner]))
  const seenOnLine = new Map<string, number>()
  const planned = rows.flatMap((row): PlannedPartner[] => {
    if (wideLines.has(row.line)) return []
    const cells = cellsByTarget(row, mapping)
    const note = (target: string, message: string, remedy: CellProblem['remedy']) =>
      problems.push({ line: row.line, column: columnOf(header, mapping, target), value: cells.get(target) ?? '', message, remedy })
    const name = cells.get('name') ?? ''
    const key = nameKey(name)
    const fault = nameFault(name, seenOnLine.get(key))
    if (fault) {
      note('name', fault, 'row')
      return []
    }
    seenOnLine.set(key, row.line)
    const partner = known.get(key)
    const fields = { name: partner?.name ?? name, ...readFields(cells, seats, note) }
    const proposedSeats =
      fields.seats.length > 0 || (partner?.seats.length ?? 0) > 0 ? [] : proposeSeats({ ...partner, ...said(fields) }, seats)
    const moves = moveList(cells, note)
    return [{ line: row.line, ...(partner ? { id: partner.id } : {}), fields, ...(moves ? { moves } : {}), proposedSeats }]
  })
  const total = roster.length + planned.filter(({ id }) => !id).length
  if (total > mostPartners) {
    return { rows: [], problems: [], refusal: `With this file there would be ${total} partners. A roster holds at most ${mostPartners}.` }
  }
  return { rows: planned, problems: problems.sort((a, b) => a.line - b.line) }
}

type Note = (target: string, message: string, remedy: CellProblem['remedy']) => void

function readFields(cells: ReadonlyMap<string, string>, seats: SeatList, note: Note): Omit<PartnerFields, 'name'> {
  return {
    sector: choice(cells, 'sector', sectors, note),
    level: choice(cells, 'level', levels, note) as Level | undefined, // one of the levels' own ids
    team: choice(cells, 'team', teams, note) as Team | undefined, // one of the teams' own ids
    contact: shortText(cells, 'contact', limits.titleLength, note),
    hoursPerMonth: hours(cells, note),
    seats: seatList(cells, seatsIn(seats), note),
    backing: choice(cells, 'backing', backings, note) as Backing | undefined, // one of the backings' own ids
    ...Object.fromEntries(listFields.map(({ key }) => [key, entryList(cells, key, note)])),
    ...Object.fromEntries(textFields.map(({ key }) => [key, shortText(cells, key, limits.noteLength, note)])),
    joinedOn: day(cells, note),
  }
}

function nameFault(name: string, before: number | undefined): string | undefined {
  if (nameKey(name) === '') return 'A partner needs a name.'
  if (name.length > limits.titleLength) return `A name has at most ${limits.titleLength} characters; this one has ${name.length}.`
  if (before !== undefined) return `This partner stands on line ${before} already.`
  return undefined
}

/** Takes an id or a label, whatever its case, spelling of “organisation”, or number. */
function choice(
  cells: ReadonlyMap<string, string>,
  target: 'sector' | 'level' | 'team' | 'backing',
  options: readonly { readonly id: string; readonly label: string }[],
  note: Note,
): string | undefined {
  const value = cells.get(target) ?? ''
  if (value === '') return undefined
  const key = looseKey(value)
  const found = options.find(({ id, label }) => looseKey(id) === key || looseKey(label) === key)
  if (!found) note(target, `“${value}” is none of: ${options.map(({ label }) => label).join(', ')}.`, 'empty')
  return found?.id
}

function looseKey(words: string): string {
  return nameKey(words)
    .replaceAll('organization', 'organisation')
    .replace(/ (based|team|level)\b/g, '')
    .replace(/s\b/g, '')
}

function hours(cells: ReadonlyMap<string, string>, note: Note): number | undefined {
  const value = cells.get('hours') ?? ''
  if (value === '') return undefined
  const number = /^\d+(?:[.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : Number.NaN
  if (number >= 0 && number <= mostHoursPerMonth) return number
  note('hours', `“${value}” is no number of hours a month (0 to ${mostHoursPerMonth}).`, 'empty')
  return undefined
}

function shortText(cells: ReadonlyMap<string, string>, target: string, most: number, note: Note): string | undefined {
  const value = cells.get(target) ?? ''
  if (value === '') return undefined
  if (value.length <= most) return value
  note(target, `At most ${most} characters fit here; this text has ${value.length}.`, 'empty')
  return undefined
}

function day(cells: ReadonlyMap<string, string>, note: Note): string | undefined {
  const value = cells.get('joinedOn') ?? ''
  if (value === '') return undefined
  const read = Day.safeParse(value)
  if (!read.success) note('joinedOn', `“${value}” is no day such as 2026-11-23.`, 'empty')
  return read.data
}

function moveList(cells: ReadonlyMap<string, string>, note: Note): readonly MoveFields[] | undefined {
  const cell = cells.get('moves') ?? ''
  if (cell === '') return undefined
  const moves = readMovesCell(cell)
  if (!moves) note('moves', 'A move is written like 2026-03-01 operations to leadership: reason, one a line.', 'empty')
  return moves
}

function entryList(cells: ReadonlyMap<string, string>, target: string, note: Note): string[] | undefined {
  const entries = entriesOf(cells.get(target) ?? '')
  if (entries.length === 0) return undefined
  if (entries.length <= mostEntries && entries.every((entry) => entry.length <= limits.titleLength)) return entries
  note(target, `At most ${mostEntries} entries of ${limits.titleLength} characters fit here, parted by semicolons.`, 'empty')
  return undefined
}

/** Seats by id or name. */
function seatList(cells: ReadonlyMap<string, string>, seats: readonly Seat[], note: Note): string[] {
  const words = (cells.get('seats') ?? '').split(/[;,]\s*/).filter((each) => each !== '')
  const found = words.map((each) => seats.find(({ id, name }) => id === each || nameKey(name) === nameKey(each))?.id)
  const unknown = words.filter((_each, index) => found[index] === undefined)
  if (unknown.length === 0) return [...new Set(found.filter((id) => id !== undefined))]
  note('seats', `No seat is called ${unknown.map((each) => `“${each}”`).join(', ')}.`, 'empty')
  return []
}

function said(fields: PartnerFields): PartnerFields {
  // Only what the line says, so that it does not hide what the roster knows.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as unknown as PartnerFields
}
