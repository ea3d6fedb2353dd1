import type { DecidedOption, WorkshopDocs } from '../tool'
import { rounds } from './collections'
import type { Round } from './schema'
import { isLate, votesOf } from './selectors'

/** The option that alone came first in each closed vote, newest first; a provisional result is no decision yet. */
export function decidedIn({ record }: Pick<WorkshopDocs, 'record'>): readonly DecidedOption[] {
  const closed = votesOf(rounds.all(record)).filter((round) => round.state === 'closed' && !isLate(round))
  return [...closed].sort((a, b) => b.createdAtMs - a.createdAtMs).flatMap(decidedBy)
}

function decidedBy({ id: roundId, question, options, result, provisional }: Round): readonly DecidedOption[] {
  if (provisional) return []
  const [first, second] = (result?.options ?? []).filter(({ rank, people }) => rank === 1 && people > 0)
  const option = options.find(({ id }) => id === first?.id)
  return option && first && !first.tied && !second
    ? [{ label: option.label, question, roundId, ...(option.ref ? { ref: option.ref } : {}) }]
    : []
}
