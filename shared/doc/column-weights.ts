import type { Block, Cell } from './outline'

/** Tables of more columns than this have upright heads where the format can set them. */
export const widestUpright = 7

/** Letters of a word in a table cell before it may break. */
export const longestUnbroken = 16

/** Heads are bold, whose letters are so much wider. */
const boldWidth = 1.15

/** How wide each column should be beside the others: room for its longest word, and more the longer its cells are. */
export function columnWeights(head: readonly Cell[], rows: readonly (readonly Cell[])[]): number[] {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  return Array.from({ length: columns }, (_, index) => {
    const cells = rows.map((row) => wordsOf(row[index]))
    const longestCell = Math.max(0, ...cells.map((text) => text.length))
    // Upright heads of a wide table need no width.
    const headWord = columns > widestUpright ? 0 : longestOf(unbroken(wordsOf(head[index])))
    const longestWord = Math.max(longestOf(cells.flatMap(unbroken)), headWord * boldWidth)
    // One and a half letters for the space around the words.
    return Math.max(4, Math.min(longestWord, longestUnbroken) + 1.5, 2.2 * Math.sqrt(Math.min(longestCell, 120)))
  })
}

/** Who, name and role title, signature, date. */
const signingWeights = [3, 3, 4, 2]

/** The same of a table as it stands; signature blocks leave room for a hand, whatever is in them yet. */
export function tableWeights({ head, rows, toSign }: Extract<Block, { type: 'table' }>): number[] {
  return toSign && head.length === signingWeights.length ? [...signingWeights] : columnWeights(head, rows)
}

function wordsOf(cell: Cell = []): string {
  return cell.map(({ text }) => text).join('')
}

function longestOf(words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => word.length))
}

/** What stays on one line: words, and dates and numbers with their hyphens. */
function unbroken(text: string): string[] {
  return text.split(/\s+|(?<=\p{L})-(?=\p{L})/u)
}
