import { type Block, plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import { answerTalliesOf, finalInWords, provisionalInWords, talliesOf } from './final-words'
import { passedInWords, verdictInWords } from './required-words'
import type { Round } from './schema'

/** That a result is or was provisional, and what it came to, with both tallies where they may be said. */
export function finalBlocks(round: Round, title: string, names = true): readonly Block[] {
  const { provisional, final } = round
  if (!provisional) return []
  const words = [
    provisionalInWords({ missing: missingNames(round, provisional.missing, names) }, round.method),
    final ? finalInWords(round, final) : 'The result is not final yet.',
  ]
  const blocks: Block[] = [{ type: 'paragraph', text: plain(words.join(' ')) }]
  const tallies = final && talliesOf(round, final)
  const answers = final && answerTalliesOf(round, final)
  if (answers) {
    blocks.push({
      type: 'table',
      caption: `${title}: final result, ${plural(final.voters, 'answer')}`,
      head: ['Answer', 'First', 'Late', 'Together'].map(plain),
      rows: answers.map(({ answer, first, late, together }) => [answer, `${first}`, `${late}`, `${together}`].map(plain)),
    })
    const verdict = final.together?.verdict
    if (verdict) blocks.push({ type: 'paragraph', text: plain(`${passedInWords(verdict)} ${verdictInWords(round, verdict, names)}`) })
  }
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

/** An organisation of one person is a name. */
function missingNames({ rule }: Round, missing: readonly string[], names: boolean): string[] {
  const organisations = (rule.required ?? []).filter(({ by }) => by === 'organisation').map(({ name }) => name)
  return missing.map((name) => (names || !organisations.includes(name) ? name : 'one organisation'))
}
