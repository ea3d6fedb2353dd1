import type { Block } from '../../doc/outline'

type Level = Extract<Block, { type: 'heading' }>['level']

/** A section's blocks with the levels of its headings as deep as they stand in it: the first is level 1, and none is skipped. */
export function withPlainLevels(blocks: readonly Block[]): readonly Block[] {
  return lowered(blocks, [])
}

/** @param above the levels, as written, of the headings that what follows stands under */
function lowered(blocks: readonly Block[], above: number[]): readonly Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
        while ((above.at(-1) ?? 0) >= block.level) above.pop()
        above.push(block.level)
        // Rising levels of 1-4 are four at most.
        return { ...block, level: above.length as Level }
      case 'quote':
        return { ...block, blocks: lowered(block.blocks, above) }
      case 'list':
        return { ...block, items: block.items.map((item) => ({ ...item, blocks: lowered(item.blocks, above) })) }
      default:
        return block
    }
  })
}
