import { headingOf } from '../../../shared/tools/votes/agreement'
import { answerTalliesOf, talliesOf } from '../../../shared/tools/votes/final-words'
import { isAgreement } from '../../../shared/tools/votes/methods'
import type { FinalResult, RoundResult } from '../../../shared/tools/votes/schema'
import type { Terms } from '../../../shared/tools/votes/terms'

/**
 * A result as rows for a spreadsheet, the head first: options by rank, or answers from most to least agreement.
 *
 * @param final adds what each option had in late answers, and in both, to a result that was provisional
 */
export function resultSheet({ method, options }: Terms, result: RoundResult, final?: FinalResult): string[][] {
  if (result.withheld) return [['Ballots'], [String(result.voters)]]
  if (isAgreement(method)) {
    const levels = result.levels ?? []
    const tallies = (final && answerTalliesOf({ result, method }, final)) ?? []
    return [
      ['Answer', 'People', 'Organisations', ...(tallies.length > 0 ? ['Late', 'Together'] : [])],
      ...levels.map(({ answer, people, organisations }, place) => {
        const tally = tallies[place]
        return [headingOf(method, answer), people, organisations, ...(tally ? [tally.late, tally.together] : [])].map(cellOf)
      }),
      ...(result.lapsed ? [['Lapsed, not counted', String(result.lapsed), '', ...(tallies.length > 0 ? ['', ''] : [])]] : []),
    ]
  }
  const tallies = (final && talliesOf({ result }, final)) ?? []
  const added = tallies.length > 0 ? ['Late', 'Together', 'Final rank'] : []
  const labels = new Map<string, string>(options.map(({ id, label }) => [id, label]))
  return [
    ['Rank', 'Tied', 'Option', method === 'dots' ? 'Dots' : 'Count', 'People', 'Organisations', 'Mean', 'Mean effort', ...added],
    ...(result.options ?? []).map(({ id, rank, tied, dots, people, organisations, mean, meanEffort }) =>
      [
        ...[rank, tied ? 'yes' : 'no', labels.get(id), dots, people, organisations, rounded(mean), rounded(meanEffort)],
        ...tallies.flatMap((tally) => (tally.id === id ? [tally.late, tally.together, tally.rank] : [])),
      ].map(cellOf),
    ),
  ]
}

function rounded(mean: number | undefined): string | undefined {
  return mean?.toFixed(2)
}

function cellOf(value: string | number | undefined): string {
  return value === undefined ? '' : String(value)
}
