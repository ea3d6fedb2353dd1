import type * as Y from 'yjs'
import { inlineText } from './canonical-inline'
import type { Block, Cell, ListItem } from './outline'
import { fragmentBlocks } from './rich-text'
import { sha256Hex } from './sha256'

/**
 * The text that a group agrees to: the wording's blocks in order as Markdown.
 *
 * NFC, LF, blocks with nothing in them left out, so neither an empty tail nor ids nor comments nor another
 * client's way of cutting text into runs can change it. Test vectors: `test/shared/doc/canonical-text.vectors.json`.
 */
export function canonicalText(fragment: Y.XmlFragment): string {
  return blocksText(fragmentBlocks(fragment))
}

/** The canonical text of blocks; `canonicalText` is this of a fragment's blocks. */
export function blocksText(blocks: readonly Block[]): string {
  return blockLines(blocks).join('\n').normalize('NFC')
}

/** What a wording's text is known by: see `sha256Hex`. */
export function textHash(text: string): string {
  return sha256Hex(text)
}

/** Blocks as lines, one empty line between two blocks. */
function blockLines(blocks: readonly Block[]): string[] {
  const lines: string[] = []
  let previous: Block | undefined
  let isAlternate = false
  for (const block of blocks) {
    // Two lists in a row stay two only if their markers differ.
    isAlternate = !isAlternate && block.type === 'list' && previous?.type === 'list' && previous.ordered === block.ordered
    const own = linesOf(block, isAlternate)
    if (own.length === 0) continue
    if (lines.length > 0) lines.push('')
    lines.push(...own)
    previous = block
  }
  return lines
}

function linesOf(block: Block, isAlternate: boolean): string[] {
  switch (block.type) {
    case 'heading':
      return headingLines(block)
    case 'paragraph':
      return inlineText(block.text)
    case 'list':
      return listLines(block, isAlternate)
    case 'quote':
      return blockLines(block.blocks).map((line) => (line === '' ? '>' : `> ${line}`))
    case 'code':
      return codeLines(block.text)
    case 'rule':
      return ['---']
    case 'table':
      return tableLines(block.head, block.rows)
  }
}

function headingLines({ level, text }: Extract<Block, { type: 'heading' }>): string[] {
  const words = inlineText(text.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }))).join(' ')
  // A last "#" after a space would be read as the heading's closing mark.
  return words === '' ? [] : [`${'#'.repeat(level)} ${words.replace(/(^|\s)(#+)$/, '$1\\$2')}`]
}

function listLines({ ordered, start = 1, items }: Extract<Block, { type: 'list' }>, isAlternate: boolean): string[] {
  const filled = items.map((item) => ({ item, lines: itemLines(item) })).filter(({ lines }) => lines.length > 0)
  return filled.flatMap(({ item, lines }, index) => {
    const marker = ordered ? `${start + index}${isAlternate ? ')' : '.'} ` : isAlternate ? '* ' : '- '
    const box = item.checked === undefined ? '' : item.checked ? '[x] ' : '[ ] '
    const indent = ' '.repeat(marker.length)
    return lines.map((line, at) => (at === 0 ? marker + box + line : line === '' ? '' : indent + line))
  })
}

/** An item's blocks; a list directly after the item's own words needs no empty line. */
function itemLines({ blocks }: ListItem): string[] {
  const [first, second, ...rest] = blocks.filter((block) => linesOf(block, false).length > 0)
  const isTight = first?.type === 'paragraph' && second?.type === 'list' && !(second.ordered && (second.start ?? 1) !== 1)
  return isTight ? [...linesOf(first, false), ...blockLines([second, ...rest])] : blockLines(blocks)
}

function codeLines(text: string): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return text.trim() === '' ? [] : [fence, ...text.replace(/\s+$/, '').split('\n'), fence]
}

function tableLines(head: readonly Cell[], rows: readonly (readonly Cell[])[]): string[] {
  const columns = Math.max(head.length, ...rows.map((row) => row.length))
  const line = (cells: readonly Cell[]) => `| ${Array.from({ length: columns }, (_, at) => cellText(cells[at] ?? [])).join(' | ')} |`
  if (![head, ...rows].flat().some((cell) => cellText(cell) !== '')) return []
  return [line(head), `| ${Array.from({ length: columns }, () => '---').join(' | ')} |`, ...rows.map(line)]
}

function cellText(cell: Cell): string {
  const lines = inlineText(cell).map((line) => line.replace(/\\$/, ''))
  return lines.join('<br>').replaceAll('|', '\\|')
}
