import { BorderStyle, HeightRule, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { tableWeights } from '../../../../shared/doc/column-weights'
import type { Block, Cell } from '../../../../shared/doc/outline'
import { directionOf, plainText } from '../../../../shared/tools/document/text'
import { textWidth } from './styles'
import { wordRuns } from './text'

const line = { style: BorderStyle.SINGLE, size: 4, color: 'B9C2BC' } as const

/** Height of a row to be signed by hand, in twentieths of a point. */
const signingHeight = 800

/** A table whose head repeats on every page and whose rows are never torn. */
export function wordTable(block: Extract<Block, { type: 'table' }>): Table {
  const { head, rows, toSign } = block
  const widths = columnWidths(block)
  const columns = widths.length
  const hasHead = head.some((cell) => cell.length > 0)
  const headRow = hasHead
    ? [new TableRow({ tableHeader: true, cantSplit: true, children: padded(head, columns).map((cell, at) => headCell(cell, widths[at])) })]
    : []
  const body = rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        ...(toSign && { height: { value: signingHeight, rule: HeightRule.ATLEAST } }),
        children: padded(row, columns).map((cell, at) => bodyCell(cell, widths[at])),
      }),
  )
  // Word cannot open a table without a row.
  const all = [...headRow, ...body]
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: all.length > 0 ? all : [new TableRow({ children: padded([], columns).map((cell, at) => bodyCell(cell, widths[at])) })],
  })
}

/** The text's width shared out among the columns, in twentieths of a point. */
function columnWidths(block: Extract<Block, { type: 'table' }>): number[] {
  const weights = tableWeights(block)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => Math.floor((textWidth * weight) / sum))
}

function headCell(cell: Cell, width: number | undefined): TableCell {
  return new TableCell({
    ...wide(width),
    shading: { type: ShadingType.CLEAR, fill: 'E4EFEC', color: 'auto' },
    children: [cellText(cell, 'TableHead')],
  })
}

function wide(size = 0) {
  return { width: { size, type: WidthType.DXA } }
}

function bodyCell(cell: Cell, width: number | undefined): TableCell {
  return new TableCell({ ...wide(width), children: [cellText(cell, 'TableText')] })
}

function cellText(cell: Cell, style: string): Paragraph {
  return new Paragraph({ style, bidirectional: directionOf(plainText(cell)) === 'rtl', children: wordRuns(cell) })
}

function padded(cells: readonly Cell[], columns: number): Cell[] {
  return Array.from({ length: columns }, (_, index) => cells[index] ?? [])
}
