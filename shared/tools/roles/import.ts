import type { CsvRow } from '../../doc/csv'
import { type CellProblem, type ColumnMapping, columnOf, wideRows } from '../../doc/table-import'
import { limits } from '../../sync/limits'
import type { Party } from '../tool'
import type { DutyImport } from './commands'
import { factTargets, groupTarget, hoursTarget, readFacts, skillTarget } from './import-facts'
import { mayHold, type RoleModel, sortLetters } from './models'
import { type Duty, mostDuties } from './schema'

/** The column with the names of the responsibilities. */
export const labelTarget = 'responsibility'

const labelWords = ['responsibility', 'responsibilities', 'duty', 'task', 'activity', 'role', 'decision']
const factWords: readonly (readonly [target: string, words: readonly string[]])[] = [
  [groupTarget, ['group', 'heading', 'section', 'phase']],
  [hoursTarget, ['hours per month', 'hours a month', 'hours']],
  [skillTarget, ['skill', 'skills', 'skill it asks for']],
]

/** The meaning of each column: the responsibility, what is said of it, or a partner of the roster by name; null is unknown. */
export function guessMapping(header: readonly string[], parties: readonly Party[]): ColumnMapping {
  const byName = new Map(parties.map(({ id, name }) => [key(name), id]))
  const hasLabel = header.some((title) => labelWords.includes(key(title)))
  const taken = new Set<string>()
  return header.map((title, index) => {
    const target =
      labelWords.includes(key(title)) || (!hasLabel && index === 0)
        ? labelTarget
        : (factWords.find(([, words]) => words.includes(key(title)))?.[0] ?? byName.get(key(title)))
    if (target === undefined || taken.has(target)) return null
    taken.add(target)
    return target
  })
}

/** What importing a file would do; nothing is written by making it. */
export interface DutyPlan {
  readonly rows: readonly (DutyImport & { readonly line: number })[]
  readonly problems: readonly CellProblem[]
  /** Cells of known rows that are empty or set aside in the file and keep all the letters they have. */
  readonly kept: number
  /** Why the file as a whole cannot be imported with this mapping. */
  readonly refusal?: string
}

/** Reads the rows of a file against a chart. Cells with problems are planned as empty, rows as left out. */
export function planImport(
  header: readonly string[],
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  model: RoleModel,
  existing: readonly Duty[],
): DutyPlan {
  const fault = mappingFault(mapping)
  if (fault) return { rows: [], problems: [], kept: 0, refusal: fault }
  const tooWide = wideRows(header, rows)
  const problems: CellProblem[] = [...tooWide]
  const known = new Map(existing.map((duty) => [key(duty.label), duty]))
  const seenOnLine = new Map<string, number>()
  let kept = 0
  const planned = rows.flatMap((row) => {
    if (tooWide.some(({ line }) => line === row.line)) return []
    const cell = (target: string) => (row.cells[mapping.indexOf(target)] ?? '').trim()
    const label = cell(labelTarget)
    const fault = labelFault(label, seenOnLine.get(key(label)))
    if (fault) {
      problems.push({ line: row.line, column: columnOf(header, mapping, labelTarget), value: label, message: fault, remedy: 'row' })
      return []
    }
    seenOnLine.set(key(label), row.line)
    const letters = new Map<string, readonly string[]>()
    mapping.forEach((target, index) => {
      const value = (row.cells[index] ?? '').trim()
      if (!isParty(target) || value === '') return
      const reading = readLetters(model, value)
      if ('letters' in reading) letters.set(target, reading.letters)
      else problems.push({ line: row.line, column: header[index] ?? '', value, message: reading.fault, remedy: 'empty' })
    })
    const { facts, faults } = readFacts((target) => (mapping.includes(target) ? cell(target) : ''))
    for (const { target, ...rest } of faults)
      problems.push({ line: row.line, column: columnOf(header, mapping, target), ...rest, remedy: 'empty' })
    const duty = known.get(key(label))
    if (duty) kept += keptCells(mapping, letters, model, duty)
    return [{ line: row.line, ...(duty ? { id: duty.id } : {}), label, ...facts, letters }]
  })
  const total = existing.length + planned.filter(({ id }) => !id).length
  if (total > mostDuties) {
    const refusal = `With this file there would be ${total} responsibilities. A chart holds at most ${mostDuties}.`
    return { rows: [], problems: [], kept: 0, refusal }
  }
  return { rows: planned, problems: problems.sort((a, b) => a.line - b.line), kept }
}

/** Cells of a known row that the file leaves alone. A claim is settled where the file gives the once-only letter to others. */
function keptCells(mapping: ColumnMapping, letters: ReadonlyMap<string, readonly string[]>, model: RoleModel, duty: Duty): number {
  const settled = [...letters.values()].some((held) => held.includes(model.once))
  return mapping.filter(
    (target) =>
      target !== null && !letters.has(target) && (target in duty.cells || target in duty.claims) && !(settled && target in duty.claims),
  ).length
}

/** Reads `A/R`, `A R`, `AR`, `a, r` or the letters' names. */
export function readLetters(model: RoleModel, value: string): { readonly letters: readonly string[] } | { readonly fault: string } {
  const words = value.split(/[\s/,;+&]+/).filter((word) => word !== '')
  const read = words.flatMap((word) => letterOf(model, word) ?? splitLetters(model, word) ?? [null])
  const known = model.letters.map(({ letter }) => letter).join(', ')
  if (read.includes(null)) return { fault: `“${value}” is no letter of ${model.label} (${known}).` }
  const letters = sortLetters(
    model,
    read.filter((letter) => letter !== null),
  )
  if (!mayHold(model, letters)) {
    const pairs = model.cellMayHold.map((set) => set.join('/'))
    return {
      fault: `“${value}” cannot stand in one cell of ${model.label}.${pairs.length > 0 ? ` Only ${pairs.join(', ')} may stand together.` : ''}`,
    }
  }
  return { letters }
}

function letterOf(model: RoleModel, word: string): string[] | undefined {
  const found = model.letters.find(({ letter, name }) => [letter, name].some((each) => each.toLowerCase() === word.toLowerCase()))
  return found ? [found.letter] : undefined
}

function splitLetters(model: RoleModel, word: string): string[] | undefined {
  const letters = [...word.toUpperCase()]
  return letters.length < 4 && letters.every((letter) => letterOf(model, letter)) ? letters : undefined
}

function mappingFault(mapping: ColumnMapping): string | undefined {
  if (!mapping.includes(labelTarget)) return 'No column holds the responsibilities. Choose the column with their names.'
  if (!mapping.some(isParty)) {
    return 'No column belongs to a partner on the list. Add the partners first, or choose who each column is.'
  }
  return undefined
}

function isParty(target: string | null): target is string {
  return target !== null && target !== labelTarget && !factTargets.includes(target)
}

function labelFault(label: string, before: number | undefined): string | undefined {
  if (label === '') return 'This row has no responsibility.'
  if (label.length > limits.titleLength)
    return `A responsibility has at most ${limits.titleLength} characters; this one has ${label.length}.`
  if (before !== undefined) return `This responsibility stands on line ${before} already.`
  return undefined
}

/** Titles are equal but for case, spaces and punctuation; one of nothing else is itself. */
function key(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return words === '' ? title.trim() : words
}
