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
  const shortestFirst = [...spans].sort((a, b) => a.to - a.from - (b.to - b.from))
  let seen = 0

  function cut(run: Inline): Inline[] {
    const { at } = inkOf(run.text)
    const marks = shortestFirst.flatMap((span) => placeIn(run.text, at, seen, span))
    seen += at.length
    const edges = [...new Set([0, ...marks.flatMap(({ from, to }) => [from, to]), run.text.length])].sort((a, b) => a - b)
    return edges.slice(1).map((to, index) => {
      const from = edges[index] ?? 0
      const piece: Inline = { ...run, text: run.text.slice(from, to) }
      const mark = marks.find((each) => each.from <= from && to <= each.to)
      if (mark) commentOn.set(piece, mark.id)
      return piece
    })
  }

  const cutAll = (runs: readonly Inline[]) => runs.flatMap(cut)
  return { blocks: blocks.map((block) => withRuns(block, cutAll)), commentOn }
}

/** Where a span stands in a run, in characters; a space at its end is marked only where the span goes on behind it. */
function placeIn(text: string, at: readonly number[], before: number, { id, from, to }: MarkedSpan): readonly MarkedSpan[] {
  const [first, last] = [Math.max(0, from - before), Math.min(at.length, to - before) - 1]
  if (first > last) return []
  const start = from < before ? 0 : (at[first] ?? 0)
  const end = to - before > at.length ? text.length : (at[last] ?? 0) + 1
  return [{ id, from: start, to: end }]
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
