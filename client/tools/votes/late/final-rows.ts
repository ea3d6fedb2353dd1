import { type Tallies, talliesOf } from '../../../../shared/tools/votes/final-words'
import type { Method } from '../../../../shared/tools/votes/methods'
import type { Round, RoundResult } from '../../../../shared/tools/votes/schema'
import { isCounted, measureAsFigure, measureHeads } from '../results/measure'
import { labelOf } from '../words'
import type { AddedRound } from './standing'

/** One option in the first count, in the late one and in both together. */
export interface FinalRow extends Pick<Tallies, 'id' | 'rank' | 'tied'> {
  readonly label: string
  readonly first: string
  readonly late: string
  readonly together: string
}

/** What the figures count. Ranked choice: what its counts begin with, since those of two counts do not add up. */
export function finalUnit(method: Method): string {
  return method === 'rank' ? 'First choices' : (measureHeads[method] ?? 'Count')
}

/**
 * Both tallies of a round by option, in the order of the final rank.
 *
 * @param late the round of the late answers: means do not add up, so that only it knows its own
 */
export function finalRows(round: AddedRound, late: Round | undefined): readonly FinalRow[] {
  const { method, result, final } = round
  return (talliesOf(round, final) ?? []).map(({ id, rank, tied, ...counts }) => {
    const mean = (of: RoundResult | undefined) => meanFigure(of, id)
    const figures =
      method === 'matrix'
        ? { first: mean(result), late: mean(late?.result), together: mean(final.together) }
        : { first: inFigures(counts.first), late: inFigures(counts.late), together: inFigures(counts.together) }
    return { id, rank, tied, label: labelOf(round, id), ...figures }
  })
}

function inFigures(count: number): string {
  return count.toLocaleString('en')
}

/** Impact less effort. */
function meanFigure(result: RoundResult | undefined, optionId: string): string {
  const option = result?.options?.find(({ id }) => id === optionId)
  return option && isCounted(result) ? measureAsFigure('matrix', result, option) : '–'
}
