import type { Block } from '../../../doc/outline'
import { plainText } from '../text'

/** A part of a text: its heading, and what stands below it until the next heading of that level. */
export interface TextPart {
  /** Empty for what comes before the first heading. */
  readonly heading: string
  readonly blocks: readonly Block[]
}

/** A text cut at its highest headings. */
export function textParts(blocks: readonly Block[]): readonly TextPart[] {
  const top = Math.min(...blocks.flatMap((block) => (block.type === 'heading' ? [block.level] : [])))
  const parts: { heading: string; blocks: Block[] }[] = [{ heading: '', blocks: [] }]
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === top) parts.push({ heading: plainText(block.text), blocks: [] })
    else parts.at(-1)?.blocks.push(block)
  }
  return parts
}

/** The words of a block, whatever it is made of. */
export function blockWords(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainText(block.text).trim()
    case 'list':
      return block.items.flatMap((item) => item.blocks.map(blockWords)).join('\n')
    case 'quote':
      return block.blocks.map(blockWords).join('\n')
    case 'code':
      return block.text.trim()
    case 'table':
      return [block.head, ...block.rows]
        .map((row) => row.map(plainText).join(' '))
        .join('\n')
        .trim()
    case 'rule':
      return ''
  }
}
