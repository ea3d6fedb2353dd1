import { Bits } from './bits'
import type { Crowd } from './crowd'

/** Pairs of voters that are looked at; with more people than this allows each is compared with only some of the others. */
const mostPairs = 20_000

/** What could be otherwise without anything published being otherwise. */
export interface Swaps {
  /** One row per voter: columns in which their ballot could be otherwise. */
  readonly once: Bits
  /** The same where at least two others could have cast their ballot: one of three people at least. */
  readonly twice: Bits
  /** For each part one row per group: columns in which its count could be otherwise. */
  readonly moved: readonly Bits[]
}

/**
 * Lets every two voters change ballots, and keeps those changes that nobody could see.
 *
 * Totals, spreads and the published list of ballots are the same whoever cast which. So a change is unseen when every shown
 * cell stays as it was, and the number of organisations behind every option too. What some unseen change alters cannot be
 * worked out from anything published, by subtraction or otherwise. To look at fewer pairs only finds fewer changes.
 *
 * @param shown for each part one row per group: columns whose count is said
 */
export function unseenSwaps(crowd: Crowd, shown: readonly Bits[]): Swaps {
  const { size, columnCount, backs, parts } = crowd
  const once = new Bits(size, columnCount)
  const twice = new Bits(size, columnCount)
  const moved = shown.map(({ rows }) => new Bits(rows, columnCount))
  const reach = reachOf(size)
  for (let step = 1; step <= reach; step += 1) {
    // Half-way round every pair would come twice.
    const last = step * 2 === size ? step : size
    for (let a = 0; a < last; a += 1) {
      const b = (a + step) % size
      if (!isUnseen(crowd, shown, a, b)) continue
      for (let at = 0; at < backs.stride; at += 1) {
        const changed = backs.word(a, at) ^ backs.word(b, at)
        if (changed === 0) continue
        for (const voter of [a, b]) {
          twice.orWord(voter, at, once.word(voter, at) & changed)
          once.orWord(voter, at, changed)
        }
        for (const [place, { groupOf }] of parts.entries()) {
          const [own, other] = [groupOf[a] ?? 0, groupOf[b] ?? 0]
          if (own === other) continue
          moved[place]?.orWord(own, at, changed)
          moved[place]?.orWord(other, at, changed)
        }
      }
    }
  }
  return { once, twice, moved }
}

/** How many pairs `unseenSwaps` looks at. */
export function pairsOf(size: number): number {
  return Math.max(1, size * reachOf(size))
}

/** How far round the circle of voters each is compared with others. */
function reachOf(size: number): number {
  return Math.min(Math.floor(size / 2), Math.floor(mostPairs / Math.max(1, size)))
}

function isUnseen({ backs, touches, parts, houseOf, once, never }: Crowd, shown: readonly Bits[], a: number, b: number): boolean {
  const [houseA, houseB] = [houseOf[a] ?? 0, houseOf[b] ?? 0]
  for (let at = 0; at < backs.stride; at += 1) {
    const changed = backs.word(a, at) ^ backs.word(b, at)
    for (let place = 0; changed !== 0 && place < parts.length; place += 1) {
      const [own, other] = [parts[place]?.groupOf[a] ?? 0, parts[place]?.groupOf[b] ?? 0]
      const said = own === other ? 0 : (shown[place]?.word(own, at) ?? 0) | (shown[place]?.word(other, at) ?? 0)
      if ((changed & said) !== 0) return false
    }
    if (houseA === houseB) continue
    // One organisation fewer behind a column is unseen where another comes in its place.
    const given = touches.word(a, at) & ~touches.word(b, at)
    const taken = touches.word(b, at) & ~touches.word(a, at)
    if ((given & (once.word(houseA, at) ^ never.word(houseB, at))) !== 0) return false
    if ((taken & (once.word(houseB, at) ^ never.word(houseA, at))) !== 0) return false
  }
  return true
}
