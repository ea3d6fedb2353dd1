import type { CsvRow } from '../../doc/csv'
import { type CellProblem, type ColumnMapping, cellsByTarget, columnOf, wideRows } from '../../doc/table-import'
import { limits } from '../../sync/limits'
import { allColumns, wayColumns } from './columns'
import type { ServiceImport } from './commands'
import { readDetails } from './import-cells'
import { type MapStage, mostServices, mostStages, type Service } from './schema'
import { everyStage, type ServiceMap } from './selectors'
import { looseKey } from './words'

/** The meanings that a column can have. */
export const importTargets = allColumns.map(({ key, label }) => ({ value: key, label }))

/** The meaning of each column by its header; null is unknown. */
export function guessMapping(header: readonly string[]): ColumnMapping {
  const taken = new Set<string>()
  return header.map((title) => {
    const words = looseKey(title)
    const target = allColumns.find((column) =>
      [column.title, column.label, ...(column.also ?? [])].some((each) => looseKey(each) === words),
    )
    if (!target || taken.has(target.key)) return null
    taken.add(target.key)
    return target.key
  })
}

/** What importing a file would do; nothing is written by making it. */
export interface ServicePlan {
  readonly rows: readonly (ServiceImport & { readonly line: number })[]
  readonly problems: readonly CellProblem[]
  /** Stages that the file names and the map does not have. */
  readonly newStages: readonly string[]
  /** Why the file as a whole cannot be imported with this mapping. */
  readonly refusal?: string
}

/** Notes what is wrong with the cell of one meaning. */
export type Note = (target: string, value: string, message: string, remedy: CellProblem['remedy']) => void

/**
 * Reads the rows of a file against a map. A partner must be on the list; a stage that is not on the map is added.
 *
 * @param stored the stages as they are stored, removed ones included
 */
export function planImport(
  header: readonly string[],
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  map: ServiceMap,
  stored: readonly MapStage[],
): ServicePlan {
  const fault = wayColumns.find(({ key }) => !mapping.includes(key))
  if (fault) return refused(`No column holds the ${fault.label.toLocaleLowerCase('en')}. Choose it above.`)
  const tooWide = wideRows(header, rows)
  const wideLines = new Set(tooWide.map(({ line }) => line))
  const problems: CellProblem[] = [...tooWide]
  const known = new Map([...map.services, ...map.waiting].map((service) => [identity(service, stored), service]))
  const partners = new Map(map.parties.map(({ id, name }) => [looseKey(name), id]))
  const seenOnLine = new Map<string, number>()
  const planned = rows.flatMap((row) => {
    if (wideLines.has(row.line)) return []
    const cells = cellsByTarget(row, mapping)
    const note: Note = (target, value, message, remedy) =>
      problems.push({ line: row.line, column: columnOf(header, mapping, target), value, message, remedy })
    const way = readWay(cells, partners, note)
    if (!way) return []
    const key = `${looseKey(way.stage)} ${way.partnerId} ${looseKey(way.label)}`
    const before = seenOnLine.get(key)
    if (before !== undefined) {
      note('label', way.label, `This service stands on line ${before} already.`, 'row')
      return []
    }
    seenOnLine.set(key, row.line)
    const service = known.get(key)
    const { stage, ...who } = way
    return [{ line: row.line, ...(service ? { id: service.id } : {}), stage, fields: { ...who, ...readDetails(cells, note) } }]
  })
  const newStages = stagesBeside(planned, stored)
  return tooMany(map, stored, planned, newStages) ?? { rows: planned, problems: problems.sort((a, b) => a.line - b.line), newStages }
}

function readWay(cells: ReadonlyMap<string, string>, partners: ReadonlyMap<string, string>, note: Note) {
  const [stage = '', partner = '', label = ''] = wayColumns.map(({ key }) => cells.get(key) ?? '')
  const partnerId = partners.get(looseKey(partner))
  const faults = [
    ...titleFault('stage', stage, 'This row has no stage.'),
    ...(partnerId ? [] : [{ target: 'partner', value: partner, message: noPartner(partner) }]),
    ...titleFault('label', label, 'This row has no service.'),
  ]
  for (const { target, value, message } of faults) note(target, value, message, 'row')
  return partnerId === undefined || faults.length > 0 ? undefined : { stage, partnerId, label }
}

function titleFault(target: string, value: string, empty: string) {
  if (value === '') return [{ target, value, message: empty }]
  if (value.length <= limits.titleLength && !/[\r\n]/.test(value)) return []
  return [{ target, value, message: `At most ${limits.titleLength} characters on one line fit here.` }]
}

function noPartner(name: string): string {
  return name === ''
    ? 'This row has no partner.'
    : `No partner on the list is called “${name}”. Add the partner first, or correct the name.`
}

function identity({ stageId, partnerId, label }: Service, stored: readonly MapStage[]): string {
  const stage = everyStage(stored).find(({ id }) => id === stageId)
  return `${looseKey(stage?.label ?? '')} ${partnerId} ${looseKey(label)}`
}

function stagesBeside(planned: readonly ServiceImport[], stored: readonly MapStage[]): readonly string[] {
  const all = everyStage(stored)
  const fresh: string[] = []
  for (const { stage } of planned)
    if (![...all.map(({ label }) => label), ...fresh].some((label) => looseKey(label) === looseKey(stage))) fresh.push(stage)
  return fresh
}

function tooMany(
  map: ServiceMap,
  stored: readonly MapStage[],
  planned: readonly ServiceImport[],
  newStages: readonly string[],
): ServicePlan | undefined {
  const total = map.services.length + map.waiting.length + planned.filter(({ id }) => !id).length
  if (total > mostServices) return refused(`With this file there would be ${total} services. A map holds at most ${mostServices}.`)
  const stages = everyStage(stored).length + newStages.length
  if (newStages.length > 0 && stages > mostStages)
    return refused(`With this file there would be ${stages} stages. A map holds at most ${mostStages}.`)
  return undefined
}

function refused(refusal: string): ServicePlan {
  return { rows: [], problems: [], newStages: [], refusal }
}
