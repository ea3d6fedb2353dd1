import type { Allocation, RoundOption } from './schema'

/** Ranked choice: votes of each option still in the count, and ballots that rank none of them. */
export interface RankCount {
  readonly votes: Readonly<Record<string, number>>
  readonly exhausted: number
}

/** Places of options on one ballot, best first. */
type Preferences = readonly number[]

/** One count by the place of the option; `out` stands for an option that has left. */
interface Count {
  readonly votes: readonly number[]
  readonly exhausted: number
}
const out = -1

/** A ballot's options by their place in the round, best first. */
export function preferencesOf(places: ReadonlyMap<string, number>, allocation: Allocation): Preferences {
  return Object.entries(allocation)
    .filter(([, rank]) => rank > 0)
    .sort(([, a], [, b]) => a - b)
    .flatMap(([id]) => places.get(id) ?? [])
}

/**
 * Instant run-off. Options that are tied for fewest leave together, so chance never decides (tie rule "keep both").
 *
 * Source: decision-methods.json, method `rank`.
 */
export function instantRunoff(optionCount: number, ballots: readonly Preferences[]): readonly Count[] {
  const counts: Count[] = []
  const remains = Array.from({ length: optionCount }, () => true)
  const reached = ballots.map(() => 0)
  for (let left = optionCount; left > 0; ) {
    const { votes, exhausted } = countOnce(remains, ballots, reached)
    counts.push({ votes, exhausted })
    const inCount = votes.filter((count) => count !== out)
    const most = Math.max(...inCount)
    const fewest = Math.min(...inCount)
    if (most * 2 > ballots.length - exhausted || most === fewest) return counts
    for (const [place, count] of votes.entries()) {
      if (count !== fewest) continue
      remains[place] = false
      left -= 1
    }
  }
  return counts
}

/** How good every option did, for ranking: later in the count is better; in the last count more votes are better. */
export function runoffScores(optionCount: number, counts: readonly Count[], ballotCount: number): readonly number[] {
  return Array.from({ length: optionCount }, (_, place) => {
    const last = counts.findLastIndex(({ votes }) => votes[place] !== out)
    return last * (ballotCount + 1) + (counts[last]?.votes[place] ?? 0)
  })
}

/** A count as it is published. */
export function published(options: readonly RoundOption[], { votes, exhausted }: Count): RankCount {
  const inCount = options.flatMap(({ id }, place): [string, number][] => {
    const count = votes[place] ?? out
    return count === out ? [] : [[id, count]]
  })
  return { votes: Object.fromEntries(inCount), exhausted }
}

/** Gives every ballot to its best option that remains. Ballots only ever move on, so `reached` is kept between counts. */
function countOnce(remains: readonly boolean[], ballots: readonly Preferences[], reached: number[]): Count {
  const votes = remains.map((stays): number => (stays ? 0 : out))
  let exhausted = 0
  for (const [ballot, preferences] of ballots.entries()) {
    let at = reached[ballot] ?? 0
    while (at < preferences.length && !remains[preferences[at] ?? 0]) at += 1
    reached[ballot] = at
    const choice = preferences[at]
    if (choice === undefined) exhausted += 1
    else votes[choice] = (votes[choice] ?? 0) + 1
  }
  return { votes, exhausted }
}
