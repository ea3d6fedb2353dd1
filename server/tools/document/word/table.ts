import { BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Block, Cell } from '../../../../shared/doc/outline'
import { directionOf, plainText } from '../../../../shared/tools/document/text'
import { wordRuns } from './text'

const line = { style: BorderStyle.SINGLE, size: 4, color: 'B9C2BC' } as const

/** A table whose head repeats on every page and whose rows are never torn. */
export function wordTable({ head, rows }: Extract<Block, { type: 'table' }>): Table {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  const hasHead = head.some((cell) => cell.length > 0)
  const headRow = hasHead
    ? [new TableRow({ tableHeader: true, cantSplit: true, children: padded(head, columns).map((cell) => headCell(cell)) })]
    : []
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: padded(row, columns).map((cell) => bodyCell(cell)) }))
  // Word cannot open a table without a row.
  const all = [...headRow, ...body]
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.AUTOFIT,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: all.length > 0 ? all : [new TableRow({ children: padded([], columns).map((cell) => bodyCell(cell)) })],
  })
}

function headCell(cell: Cell): TableCell {
  return new TableCell({ shading: { type: ShadingType.CLEAR, fill: 'E4EFEC', color: 'auto' }, children: [cellText(cell, 'TableHead')] })
}

function bodyCell(cell: Cell): TableCell {
  return new TableCell({ children: [cellText(cell, 'TableText')] })
}

function cellText(cell: Cell, style: string): Paragraph {
  return new Paragraph({ style, bidirectional: directionOf(plainText(cell)) === 'rtl', children: wordRuns(cell) })
}

function padded(cells: readonly Cell[], columns: number): Cell[] {
  return Array.from({ length: columns }, (_, index) => cells[index] ?? [])
}
