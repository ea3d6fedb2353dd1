import type { Allocation, RoundOption } from '../../../../shared/tools/votes/schema'

/** Option ids of a ranked ballot, best first. */
export type Ranking = readonly string[]

/** The ranking that an allocation says; options without a place are not in it. */
export function rankingOf(options: readonly RoundOption[], allocation: Allocation): Ranking {
  return options
    .filter(({ id }) => allocation[id])
    .sort((a, b) => (allocation[a.id] ?? 0) - (allocation[b.id] ?? 0))
    .map(({ id }) => id)
}

/** The allocation that says a ranking: places from 1, without gaps. */
export function allocationOf(ranking: Ranking): Allocation {
  return Object.fromEntries(ranking.map((id, place) => [id, place + 1]))
}

/** The ranking with one option moved; what would leave the list stays at its end. */
export function shifted(ranking: Ranking, id: string, by: number): Ranking {
  const from = ranking.indexOf(id)
  const to = Math.max(0, Math.min(ranking.length - 1, from + by))
  if (from < 0 || to === from) return ranking
  const rest = ranking.filter((each) => each !== id)
  return [...rest.slice(0, to), id, ...rest.slice(to)]
}
