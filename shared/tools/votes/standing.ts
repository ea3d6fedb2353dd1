import type { AllocationMethod } from './methods'

/** What an option got, all ballots together. Whole numbers. */
export interface OptionSum {
  /** Dots, votes, scores, units of money; for impact and effort the impact. */
  dots: number
  /** Impact and effort only. */
  effort: number
  people: number
}

/** The fraction that an option is ranked by; two whole numbers, so that equal is equal. */
export interface Standing {
  readonly score: number
  readonly of: number
}

/** Adds what one ballot has on an option; `times` -1 takes it away again. */
export function addTo(sum: OptionSum, method: AllocationMethod, value: number, times: 1 | -1 = 1): void {
  sum.people += times
  sum.dots += times * (method === 'matrix' ? Math.floor(value / 10) : value)
  if (method === 'matrix') sum.effort += times * (value % 10)
}

/** What an option is ranked by. Ranked choice has its own: see `runoffScores`. */
export function standingOf(method: AllocationMethod, { dots, effort, people }: OptionSum): Standing {
  if (method !== 'matrix') return { score: dots, of: 1 }
  // Impact less effort, both as means: high impact for little effort comes first; unrated options last (worse than -8).
  return people === 0 ? { score: -9, of: 1 } : { score: dots - effort, of: people }
}

/** Below 0 when the first stands higher, 0 when both stand equal. */
export function compareStandings(a: Standing, b: Standing): number {
  return b.score * a.of - a.score * b.of
}
