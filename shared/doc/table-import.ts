import type { CsvRow } from './csv'

/** A cell of an imported table that cannot be taken as it stands; the person decides. */
export interface CellProblem {
  /** Line of the file, from 1. */
  readonly line: number
  /** The column's header. */
  readonly column: string
  readonly value: string
  /** What is wrong, as a sentence. */
  readonly message: string
  /** What importing nevertheless means: the cell is left empty, or its row is left out. */
  readonly remedy: 'empty' | 'row'
}

/** For each column of a file: what it means, or null when it is left out. */
export type ColumnMapping = readonly (string | null)[]

/** Cells of a row by meaning; columns without one are left out. */
export function cellsByTarget(row: CsvRow, mapping: ColumnMapping): ReadonlyMap<string, string> {
  const cells = new Map<string, string>()
  mapping.forEach((target, index) => {
    if (target !== null) cells.set(target, (row.cells[index] ?? '').trim())
  })
  return cells
}

/** The header of the column that means `target`. */
export function columnOf(header: readonly string[], mapping: ColumnMapping, target: string): string {
  return header[mapping.indexOf(target)] ?? target
}

/** Rows with more cells than the header, which shift their cells into wrong columns. */
export function wideRows(header: readonly string[], rows: readonly CsvRow[]): readonly CellProblem[] {
  return rows
    .filter(({ cells }) => cells.slice(header.length).some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      column: header[header.length - 1] ?? '',
      value: cells.slice(header.length).join(', '),
      message: `This row has ${cells.length} cells, but there are ${header.length} columns. A cell with a comma needs quotation marks.`,
      remedy: 'row' as const,
    }))
}
