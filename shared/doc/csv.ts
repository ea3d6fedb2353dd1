import Papa from 'papaparse'
import { limits } from '../sync/limits'

/** One row of a table file. */
export interface CsvRow {
  /** Line of the file on which the row begins, from 1; a quoted cell may span lines. */
  readonly line: number
  readonly cells: readonly string[]
}

/** What a table file holds, or the sentence that says why it was refused. */
export type CsvReading =
  | {
      readonly state: 'read'
      readonly header: readonly string[]
      readonly rows: readonly CsvRow[]
      readonly encoding: 'UTF-8' | 'UTF-16' | 'Latin-1'
    }
  | { readonly state: 'refused'; readonly message: string }

/**
 * Reads a CSV file: comma, semicolon or tab; UTF-8, UTF-16 or Latin-1. Empty lines are passed over.
 * Refuses what is too large, has too many rows or leaves a quotation mark open, naming line and column.
 */
export function readCsv(bytes: Uint8Array): CsvReading {
  if (bytes.byteLength > limits.importBytes) {
    const size = Math.ceil(bytes.byteLength / (1024 * 1024))
    return refused(`This file has ${size} MB. At most ${limits.importBytes / (1024 * 1024)} MB can be imported at once.`)
  }
  const { text, encoding } = decode(bytes)
  const parsed = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false })
  const all = withLines(parsed.data)
  const quote = parsed.errors.find((error) => error.type === 'Quotes')
  if (quote) {
    const row = all[quote.row ?? all.length - 1]
    const place = `Line ${row?.line ?? 1}, column ${row?.cells.length ?? 1}`
    return refused(
      quote.code === 'MissingQuotes'
        ? `${place}: a quotation mark opens here and is never closed. Close it and choose the file again.`
        : `${place}: there is text after a closing quotation mark. Correct it and choose the file again.`,
    )
  }
  const [header, ...rows] = all.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (!header) return refused('This file is empty.')
  if (rows.length > limits.importRows) {
    return refused(`This file has ${rows.length} rows. At most ${limits.importRows} can be imported at once.`)
  }
  return { state: 'read', header: header.cells.map((cell) => cell.trim()), rows, encoding }
}

/**
 * Writes a table as RFC 4180 with a byte order mark, so that spreadsheets take it as UTF-8. No cell can start
 * as a formula; `readCsv` takes the guard off again.
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`
}

/** Leading characters that spreadsheets skip, then one that begins a formula or is itself a danger. */
const formula = /^[\s\0'"\u200B\uFEFF]*[\t\r\0=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function decode(bytes: Uint8Array): { text: string; encoding: 'UTF-8' | 'UTF-16' | 'Latin-1' } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' }
  if (first === 0xfe && second === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    // Not UTF-8: spreadsheets of Western Europe and the Americas then mean Windows-1252, of which Latin-1 is a part.
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Latin-1' }
  }
}

/** The mark that separates most cells of the first line. */
function delimiterOf(text: string): string {
  const firstLine = /^[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: firstLine.split(mark).length }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most), { mark: ',', count: 1 }).mark
}

function withLines(data: readonly (readonly string[])[]): CsvRow[] {
  let line = 1
  return data.map((cells) => {
    const row = { line, cells: cells.map(unguarded) }
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
    return row
  })
}

function refused(message: string): CsvReading {
  return { state: 'refused', message }
}
