import type { AllocationMethod } from './methods'
import { organisationKey } from './organisation'
import type { Allocation, OptionResult, RoundOption } from './schema'

/** A ballot to be counted: already within budget and cap. */
export interface CountedBallot {
  readonly organisation?: string | undefined
  readonly allocation: Allocation
}

/** Ranked choice: votes of each option still in the count, and ballots that rank none of them. */
export interface RankCount {
  readonly votes: Readonly<Record<string, number>>
  readonly exhausted: number
}

/** What a count says, before anything is withheld. */
export interface Tally {
  readonly options: readonly (OptionResult & { readonly organisations: number })[]
  /** Organisations behind all ballots together. */
  readonly organisations: number
  readonly counts?: readonly RankCount[]
}

/**
 * Counts a closed round.
 *
 * @param options every option of the round, in ballot order
 * @param ballots one per voter
 * @returns all options, best first; equal ones share a rank and are marked as tied. Among ties ballot order is only
 *   the order of reading: it decides nothing.
 */
export function tally(method: AllocationMethod, options: readonly RoundOption[], ballots: readonly CountedBallot[]): Tally {
  const organisations = distinct(ballots)
  if (method !== 'rank') return { options: ranked(options.map((option) => standing(method, option, ballots))), organisations }
  const counts = instantRunoff(options, ballots)
  return { options: ranked(runoffStandings(options, ballots, counts)), organisations, counts }
}

/** The options in first place, in ballot order; none when nobody put anything anywhere. */
export function firstPlace(results: readonly OptionResult[]): readonly string[] {
  return results.filter(({ rank, people }) => rank === 1 && people > 0).map(({ id }) => id)
}

/** An option with the fraction it is ranked by; whole numbers, so that equal is equal. */
interface Standing {
  readonly result: Omit<OptionResult, 'rank' | 'tied'> & { readonly organisations: number }
  readonly score: number
  readonly of: number
}

function standing(method: Exclude<AllocationMethod, 'rank'>, { id }: RoundOption, ballots: readonly CountedBallot[]): Standing {
  const supporters = ballots.filter(({ allocation }) => placedOn(allocation, id) > 0)
  const values = supporters.map(({ allocation }) => placedOn(allocation, id))
  const people = supporters.length
  const base = { id, people, organisations: distinct(supporters) }
  if (method === 'matrix') {
    const impact = sum(values.map((value) => Math.floor(value / 10)))
    const effort = sum(values.map((value) => value % 10))
    const means = people === 0 ? {} : { mean: impact / people, meanEffort: effort / people }
    // Impact less effort, both as means: high impact for little effort comes first; unrated options last (worse than -8).
    return { result: { ...base, dots: impact, ...means }, score: people === 0 ? -9 : impact - effort, of: Math.max(1, people) }
  }
  const dots = sum(values)
  const mean = method === 'score' && people > 0 ? { mean: dots / people } : {}
  return { result: { ...base, dots, ...mean }, score: dots, of: 1 }
}

/** Sorts by the exact fraction and gives standard competition ranks (1, 2, 2, 4). */
function ranked(standings: readonly Standing[]): Tally['options'] {
  const better = (a: Standing, b: Standing) => b.score * a.of - a.score * b.of
  return [...standings].sort(better).map((own) => ({
    ...own.result,
    rank: 1 + standings.filter((other) => better(own, other) > 0).length,
    tied: standings.filter((other) => better(own, other) === 0).length > 1,
  }))
}

/**
 * Instant run-off. Options that are tied for fewest leave together, so chance never decides (tie rule "keep both").
 *
 * Source: decision-methods.json, method `rank`.
 */
function instantRunoff(options: readonly RoundOption[], ballots: readonly CountedBallot[]): readonly RankCount[] {
  const counts: RankCount[] = []
  let remaining = options.map(({ id }): string => id)
  while (remaining.length > 0) {
    const votes: Record<string, number> = Object.fromEntries(remaining.map((id) => [id, 0]))
    let exhausted = 0
    for (const { allocation } of ballots) {
      const choice = bestOf(remaining, allocation)
      if (choice === undefined) exhausted += 1
      else votes[choice] = (votes[choice] ?? 0) + 1
    }
    counts.push({ votes, exhausted })
    const most = Math.max(...Object.values(votes))
    const fewest = Math.min(...Object.values(votes))
    if (most * 2 > sum(Object.values(votes)) || most === fewest) return counts
    remaining = remaining.filter((id) => votes[id] !== fewest)
  }
  return counts
}

/** Later in the count is better; in the last count more votes are better. */
function runoffStandings(options: readonly RoundOption[], ballots: readonly CountedBallot[], counts: readonly RankCount[]): Standing[] {
  const first = counts[0]?.votes ?? {}
  return options.map(({ id }) => {
    const last = counts.findLastIndex(({ votes }) => Object.hasOwn(votes, id))
    const supporters = ballots.filter(({ allocation }) => placedOn(allocation, id) > 0)
    return {
      result: { id, dots: first[id] ?? 0, people: supporters.length, organisations: distinct(supporters) },
      score: last * (ballots.length + 1) + (counts[last]?.votes[id] ?? 0),
      of: 1,
    }
  })
}

function bestOf(remaining: readonly string[], allocation: Allocation): string | undefined {
  let best: string | undefined
  for (const id of remaining) {
    const rank = placedOn(allocation, id)
    if (rank > 0 && (best === undefined || rank < placedOn(allocation, best))) best = id
  }
  return best
}

function placedOn(allocation: Allocation, id: string): number {
  return Object.hasOwn(allocation, id) ? (allocation[id] ?? 0) : 0
}

function distinct(ballots: readonly CountedBallot[]): number {
  return new Set(ballots.map(({ organisation }) => organisationKey(organisation)).filter((key) => key !== undefined)).size
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
