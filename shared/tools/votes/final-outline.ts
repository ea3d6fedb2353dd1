import { type Block, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import { finalInWords, provisionalInWords, talliesOf } from './final-words'
import type { Round } from './schema'

/** That a result is or was provisional, and what it came to, with both tallies where they may be said. */
export function finalBlocks(round: Round, title: string): readonly Block[] {
  const { provisional, final } = round
  if (!provisional) return []
  const words = [provisionalInWords(provisional), final ? finalInWords(round, final) : 'The result is not final yet.']
  const blocks: Block[] = [{ type: 'paragraph', text: plain(words.join(' ')) }]
  const tallies = final && talliesOf(round, final)
  if (!tallies) return blocks
  const labels = new Map<string, string>(round.options.map(({ id, label }) => [id, label]))
  blocks.push({
    type: 'table',
    caption: `${title}: final result, ${plural(final.voters, 'ballot')}`,
    head: ['Rank', 'Option', 'First', 'Late', 'Together'].map(plain),
    rows: tallies.map(({ id, rank, tied, first, late, together }) =>
      [tied ? `${rank} (tie)` : `${rank}`, labels.get(id) ?? id, `${first}`, `${late}`, `${together}`].map(plain),
    ),
  })
  return blocks
}
