import type { Block, Inline } from '../../doc/outline'

/** The words of blocks without any markup, one block a line: for counting, previews and comparing. */
export function plainText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')
}

/** How many words a text has, in any script that separates them. */
export function countWords(text: string): number {
  return wordsOf(text).length
}

/** The words of a text; an apostrophe or a hyphen inside one does not part it. */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:[’'\-–.,][\p{L}\p{N}\p{M}]+)*/gu) ?? []
}

/** The beginning of a text, cut between two words. */
export function excerpt(text: string, characters: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= characters) return line
  const cut = line.lastIndexOf(' ', characters - 2)
  return `${line.slice(0, cut > characters / 2 ? cut : characters - 2)} …`
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return inline(block.text)
    case 'list':
      return block.items.map((item) => plainText(item.blocks)).join('\n')
    case 'quote':
      return plainText(block.blocks)
    case 'code':
      return block.text.trim()
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map(inline).join(' · '))
        .join('\n')
        .trim()
    case 'rule':
      return ''
  }
}

function inline(runs: readonly Inline[]): string {
  return runs
    .map((run) => run.text)
    .join('')
    .trim()
}
