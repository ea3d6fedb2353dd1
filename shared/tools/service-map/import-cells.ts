import { limits } from '../../sync/limits'
import { choiceColumns, dayColumn, lineColumns, listColumns, numberColumns } from './columns'
import type { Note } from './import'
import { mostEntries, Service, type ServiceFields } from './schema'
import { looseKey, starterOf } from './words'

/** What the cells of a line say about a service besides its stage, partner and name; what cannot be read is noted and left empty. */
export function readDetails(cells: ReadonlyMap<string, string>, note: Note): Partial<ServiceFields> {
  const said: Record<string, unknown> = {}
  for (const { key, choices } of choiceColumns) {
    const value = cells.get(key) ?? ''
    if (value === '') continue
    const id = starterOf(choices, value)
    if (choices.some((choice) => choice.id === id)) said[key] = id
    else note(key, value, `“${value}” is none of: ${choices.map(({ label }) => label).join(', ')}.`, 'empty')
  }
  for (const { key, choices } of listColumns) {
    const value = cells.get(key) ?? ''
    if (value === '') continue
    const entries = entriesOf(value).map((entry) => starterOf(choices, entry))
    if (entries.length <= mostEntries && entries.every((entry) => entry.length <= limits.nameLength)) said[key] = [...new Set(entries)]
    else note(key, value, `At most ${mostEntries} entries of ${limits.nameLength} characters fit here, parted by semicolons.`, 'empty')
  }
  const single = [
    ...numberColumns.map(({ key }) => ({ key, read: numberIn, wrong: 'is no number that fits here' })),
    ...lineColumns.map(({ key }) => ({ key, read: lineIn, wrong: `is longer than ${limits.titleLength} characters` })),
    { key: dayColumn.key, read: lineIn, wrong: 'is no day such as 2026-11-23' },
  ]
  for (const { key, read, wrong } of single) {
    const value = cells.get(key) ?? ''
    if (value === '') continue
    const checked = Service.shape[key].safeParse(read(value))
    if (checked.success) said[key] = checked.data
    else note(key, value, `“${value}” ${wrong}.`, 'empty')
  }
  return said as Partial<ServiceFields> // each value was checked by its field's schema
}

/** `a; b` or one a line. */
export function entriesOf(text: string): string[] {
  const seen = new Set<string>()
  return text
    .split(/[;\r\n]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !seen.has(looseKey(entry)) && seen.add(looseKey(entry)))
}

function numberIn(value: string): number {
  return /^\d+(?:[.,]\d+)?$/.test(value) ? Number(value.replace(',', '.')) : Number.NaN
}

function lineIn(value: string): string {
  return value.replace(/\s+/g, ' ')
}
