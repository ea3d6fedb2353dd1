import type { AllocationMethod } from './methods'
import { organisationKey } from './organisation'
import { organisationVotes } from './organisation-votes'
import { instantRunoff, preferencesOf, runoffScores } from './runoff'
import type { Round, RoundResult } from './schema'
import { addTo, compareStandings, type OptionSum, type Standing, standingOf } from './standing'
import type { CountedBallot } from './tally'

/** Secret rounds: the margin looks only at organisations with at least this many voters. Source: THREATS I14. */
const fewestForMargin = 3

/**
 * Whether first place stands when any one organisation's ballots are taken away; undefined when there is none to ask about.
 * Each organisation is taken out of the sums and put back, so that the work grows with the ballots and not with their square.
 *
 * Source: MISSION N10.
 */
export function marginOf(
  { secret, options, rule }: Pick<Round, 'secret' | 'options' | 'rule'>,
  method: AllocationMethod,
  ballots: readonly CountedBallot[],
): RoundResult['margin'] {
  const houses = new Map<string, CountedBallot[]>()
  for (const ballot of ballots) {
    const key = organisationKey(ballot.organisation)
    if (key === undefined) continue
    const own = houses.get(key)
    if (own) own.push(ballot)
    else houses.set(key, [ballot])
  }
  const asked = [...houses].filter(([, own]) => !secret || own.length >= fewestForMargin)
  if (asked.length === 0 || houses.size < 2) return undefined
  const firstWithout = leaderOf(method, options, ballots, rule)
  const first = firstWithout(undefined, [])
  return asked.some(([key, own]) => firstWithout(key, own) !== first) ? 'one-organisation-decides' : 'stands'
}

/** First place, as text to compare, without one organisation and its ballots. */
type Leader = (key: string | undefined, own: readonly CountedBallot[]) => string

function leaderOf(
  method: AllocationMethod,
  options: Round['options'],
  ballots: readonly CountedBallot[],
  rule: Pick<Round['rule'], 'oneVotePer'>,
): Leader {
  const places = new Map<string, number>(options.map(({ id }, place) => [id, place]))
  if (method === 'rank') {
    const preferences = new Map(ballots.map((ballot) => [ballot, preferencesOf(places, ballot.allocation)]))
    return (_key, own) => {
      const gone = new Set(own)
      const left = [...preferences].flatMap(([ballot, ranking]) => (gone.has(ballot) ? [] : [ranking]))
      const scores = runoffScores(options.length, instantRunoff(options.length, left), left.length)
      const ranks = left.some((ranking) => ranking.length > 0)
      return ranks ? firstOf(scores.map((score) => ({ score, of: 1 }))) : ''
    }
  }
  if (method === 'majority' && rule.oneVotePer === 'organisation') {
    const { votes, shares } = organisationVotes(options, ballots)
    return (key) => {
      const own = key === undefined ? undefined : shares.get(key)
      const left = votes.map((vote, place) => vote - (own?.[place] ?? 0n))
      const most = left.reduce((high, vote) => (vote > high ? vote : high), 0n)
      return most === 0n ? '' : left.flatMap((vote, place) => (vote === most ? [place] : [])).join()
    }
  }
  const sums = options.map((): OptionSum => ({ dots: 0, effort: 0, people: 0 }))
  const change = (some: readonly CountedBallot[], times: 1 | -1) => {
    for (const { allocation } of some) {
      for (const [id, value] of Object.entries(allocation)) {
        const sum = sums[places.get(id) ?? -1]
        if (sum && value > 0) addTo(sum, method, value, times)
      }
    }
  }
  change(ballots, 1)
  return (_key, own) => {
    change(own, -1)
    const first = sums.some(({ people }) => people > 0) ? firstOf(sums.map((sum) => standingOf(method, sum))) : ''
    change(own, 1)
    return first
  }
}

/** Places that share the best standing. */
function firstOf(standings: readonly Standing[]): string {
  let best: Standing | undefined
  for (const standing of standings) if (!best || compareStandings(standing, best) < 0) best = standing
  return standings.flatMap((standing, place) => (best && compareStandings(standing, best) === 0 ? [place] : [])).join()
}
