import type { Block, Inline, ListItem } from '../../../shared/doc/outline'
import { inkOf, type Span } from '../../../shared/tools/drafts/wording-text'

/** Words under a comment, by how many visible characters come before. */
export interface MarkedSpan extends Span {
  readonly id: string
}

/** A wording whose runs are cut where marks begin and end. */
export interface MarkedRuns {
  readonly blocks: readonly Block[]
  /** The comment on a run; of several the one on the fewest words. */
  readonly commentOn: ReadonlyMap<Inline, string>
}

/** Cuts the runs of a wording so that each is wholly under a comment or not at all. */
export function markRuns(blocks: readonly Block[], spans: readonly MarkedSpan[]): MarkedRuns {
  const commentOn = new Map<Inline, string>()
  let seen = 0

  function cut(run: Inline): Inline[] {
    const { at } = inkOf(run.text)
    const from = seen
    seen += at.length
    const edges = spans.flatMap((span) => [span.from - from, span.to - from]).filter((edge) => edge > 0 && edge < at.length)
    // A piece begins with its first visible character; a space before it stays with the piece before.
    const starts = [0, ...[...new Set(edges)].sort((a, b) => a - b)]
    return starts.map((start, index) => {
      const end = starts[index + 1]
      const piece: Inline = {
        ...run,
        text: run.text.slice(index === 0 ? 0 : at[start], end === undefined ? undefined : at[end]),
      }
      const middle = from + start
      const under = spans.filter((span) => span.from <= middle && middle < span.to && at.length > 0)
      const [shortest] = under.sort((a, b) => a.to - a.from - (b.to - b.from))
      if (shortest) commentOn.set(piece, shortest.id)
      return piece
    })
  }

  const cutAll = (runs: readonly Inline[]) => runs.flatMap(cut)
  return { blocks: blocks.map((block) => withRuns(block, cutAll)), commentOn }
}

function withRuns(block: Block, change: (runs: readonly Inline[]) => readonly Inline[]): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: change(block.text) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item): ListItem => ({ ...item, blocks: item.blocks.map((each) => withRuns(each, change)) })),
      }
    case 'quote':
      return { ...block, blocks: block.blocks.map((each) => withRuns(each, change)) }
    case 'table':
      return { ...block, head: block.head.map(change), rows: block.rows.map((row) => row.map(change)) }
    case 'code':
    case 'rule':
      return block
  }
}
