import { type Block, hrefOf, type Inline } from '../../doc/outline'

/** The words alone. */
export function plainText(runs: readonly Inline[]): string {
  return runs.map(({ text }) => text).join('')
}

/**
 * Runs without links: a target stands behind its words in brackets. For formats that are printed, and because no
 * export holds an external relationship (I21).
 */
export function printedRuns(runs: readonly Inline[]): readonly Inline[] {
  return runs.flatMap((run, index) => {
    const href = hrefOf(run)
    if (href === undefined) return [run]
    const words: Inline = { text: run.text, marks: (run.marks ?? []).filter((mark) => typeof mark === 'string') }
    const next = runs[index + 1]
    const isLast = next === undefined || hrefOf(next) !== href
    return isLast && !sameAddress(run.text, href) ? [words, { text: ` (${href.replace(/^mailto:/, '')})` }] : [words]
  })
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Which way a text runs: decided by its first letter, as browsers do. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = text.match(/\p{L}/u)?.[0]
  return first !== undefined && rightToLeft.test(first) ? 'rtl' : 'ltr'
}

/** The first words of a block, to tell which way it runs. */
export function leadingText(block: Block): string {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return plainText(block.text)
    case 'list':
      return leadingOf(block.items[0]?.blocks)
    case 'quote':
      return leadingOf(block.blocks)
    case 'code':
      return block.text
    case 'table':
      return (
        [block.head, ...block.rows]
          .flat()
          .map(plainText)
          .find((text) => text !== '') ?? ''
      )
    case 'rule':
      return ''
  }
}

function leadingOf(blocks: readonly Block[] | undefined): string {
  return blocks?.[0] ? leadingText(blocks[0]) : ''
}

function sameAddress(text: string, href: string): boolean {
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '')
  return bare(text.trim()) === bare(href)
}
