import type { AllocationMethod } from './methods'
import { organisationKey } from './organisation'
import { type OrganisationVotes, organisationVotes } from './organisation-votes'
import { instantRunoff, preferencesOf, published, type RankCount, runoffScores } from './runoff'
import type { Allocation, OptionResult, RoundOption, RoundRule } from './schema'
import { isPolarised, spreadOf } from './spread'
import { addTo, compareStandings, type OptionSum, type Standing, standingOf } from './standing'

/** A ballot to be counted: already within budget and cap. */
export interface CountedBallot {
  readonly organisation?: string | undefined
  readonly allocation: Allocation
}

/** What a count says, before anything is withheld. */
export interface Tally {
  readonly options: readonly (OptionResult & { readonly organisations: number })[]
  /** Organisations behind all ballots together. */
  readonly organisations: number
  readonly counts?: readonly RankCount[]
  /** Only where every organisation has one vote. */
  readonly organisationVotes?: OrganisationVotes
}

/**
 * Counts a closed round.
 *
 * @param options every option of the round, in ballot order
 * @param ballots one per voter
 * @param rule with `oneVotePer: 'organisation'` a majority vote is ranked by organisations; dots stay people's votes
 * @returns all options, best first; equal ones share a rank and are marked as tied. Among ties ballot order is only
 *   the order of reading: it decides nothing.
 */
export function tally(
  method: AllocationMethod,
  options: readonly RoundOption[],
  ballots: readonly CountedBallot[],
  rule: Pick<RoundRule, 'oneVotePer'> = {},
): Tally {
  const sums = sumsOf(method, options, ballots)
  const keys = ballots.map(({ organisation }) => organisationKey(organisation)).filter((key) => key !== undefined)
  const organisations = new Set(keys).size
  if (method === 'rank') return { ...runoffTally(options, ballots, sums), organisations }
  const results = sums.map((sum) => resultOfSum(method, sum, ballots.length))
  if (method !== 'majority' || rule.oneVotePer !== 'organisation') {
    const standings = sums.map((sum) => standingOf(method, sum))
    return { options: ranked(results, standings), organisations }
  }
  const shared = organisationVotes(options, ballots)
  return { options: ranked(results, placesOf(shared.votes)), organisations, organisationVotes: shared }
}

/** The options in first place, in ballot order; none when nobody put anything anywhere. */
export function firstPlace(results: readonly OptionResult[]): readonly string[] {
  return results.filter(({ rank, people }) => rank === 1 && people > 0).map(({ id }) => id)
}

interface Counted extends OptionSum {
  readonly id: RoundOption['id']
  readonly organisations: Set<string>
  readonly given: Map<number, number>
}

type Unranked = Omit<Tally['options'][number], 'rank' | 'tied'>

function sumsOf(method: AllocationMethod, options: readonly RoundOption[], ballots: readonly CountedBallot[]): readonly Counted[] {
  const sums = options.map(({ id }): Counted => ({ id, dots: 0, effort: 0, people: 0, organisations: new Set(), given: new Map() }))
  const byId = new Map<string, Counted>(sums.map((sum) => [sum.id, sum]))
  for (const { organisation, allocation } of ballots) {
    const key = organisationKey(organisation)
    for (const [id, value] of Object.entries(allocation)) {
      const sum = byId.get(id)
      if (!sum || value <= 0) continue
      addTo(sum, method, value)
      sum.given.set(value, (sum.given.get(value) ?? 0) + 1)
      if (key !== undefined) sum.organisations.add(key)
    }
  }
  return sums
}

function resultOfSum(method: AllocationMethod, { id, dots, effort, people, organisations, given }: Counted, voters: number): Unranked {
  const spread = spreadOf(method, given, voters)
  return {
    id,
    people,
    organisations: organisations.size,
    dots,
    ...(people > 0 && (method === 'score' || method === 'matrix') ? { mean: dots / people } : {}),
    ...(people > 0 && method === 'matrix' ? { meanEffort: effort / people } : {}),
    ...(spread ? { spread } : {}),
    ...(method === 'score' ? { polarised: isPolarised(given) } : {}),
  }
}

function runoffTally(options: readonly RoundOption[], ballots: readonly CountedBallot[], sums: readonly Counted[]) {
  const places = new Map<string, number>(options.map(({ id }, place) => [id, place]))
  const preferences = ballots.map(({ allocation }) => preferencesOf(places, allocation))
  const counts = instantRunoff(options.length, preferences)
  const scores = runoffScores(options.length, counts, ballots.length)
  const results = sums.map((sum, place) => ({ ...resultOfSum('rank', sum, ballots.length), dots: counts[0]?.votes[place] ?? 0 }))
  const standings = scores.map((score) => ({ score, of: 1 }))
  return { options: ranked(results, standings), counts: counts.map((count) => published(options, count)) }
}

/** Shared fractions as whole standings, equal ones equal. */
function placesOf(votes: readonly bigint[]): readonly Standing[] {
  return votes.map((own) => ({ score: votes.filter((other) => other < own).length, of: 1 }))
}

/** Sorts by the exact fraction and gives standard competition ranks (1, 2, 2, 4). */
function ranked(results: readonly Unranked[], standings: readonly Standing[]): Tally['options'] {
  const compare = (a: number, b: number) => {
    const [one, other] = [standings[a], standings[b]]
    return one && other ? compareStandings(one, other) : 0
  }
  const places = [...results.keys()].sort(compare)
  return places.flatMap((own) => {
    const result = results[own]
    const rank = 1 + places.filter((other) => compare(own, other) > 0).length
    const tied = places.filter((other) => compare(own, other) === 0).length > 1
    return result ? [{ ...result, rank, tied }] : []
  })
}
