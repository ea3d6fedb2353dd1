import { Bits } from './bits'
import type { Crowd } from './crowd'

/** With more people than this allows each is compared with only some of the others. */
const mostPairs = 12_000

/** Two voters whose ballots differ. */
export interface Pairs {
  readonly a: Int32Array
  readonly b: Int32Array
  /** One row per pair: the columns in which their ballots differ. */
  readonly changed: Bits
  /** 1 where as many organisations would stand behind every column if the two changed ballots. */
  readonly keepsHouses: Uint8Array
}

/** What could be otherwise without anything published being otherwise. */
export interface Swaps {
  /** One row per voter: columns in which their ballot could be otherwise. */
  readonly once: Bits
  /** The same where at least two others could have cast their ballot: one of three people at least. */
  readonly twice: Bits
  /** For each part one row per group: columns in which its count could be otherwise. */
  readonly moved: readonly Bits[]
  /** The same without any change of how many organisations stand behind a column. */
  readonly movedQuietly: readonly Bits[]
}

/** Every two voters with different ballots; of many people each with some of the others, which only finds fewer changes. */
export function pairsOf(crowd: Crowd): Pairs {
  const { size, columnCount, backs } = crowd
  const { words, stride } = backs
  const a: number[] = []
  const b: number[] = []
  const reach = Math.min(Math.floor(size / 2), Math.floor(mostPairs / Math.max(1, size)))
  for (let step = 1; step <= reach; step += 1) {
    // Half-way round every pair would come twice.
    const last = step * 2 === size ? step : size
    for (let one = 0; one < last; one += 1) {
      const other = (one + step) % size
      let differs = false
      for (let at = 0; at < stride; at += 1) if (words[one * stride + at] !== words[other * stride + at]) differs = true
      if (!differs) continue
      a.push(one)
      b.push(other)
    }
  }
  const changed = new Bits(a.length, columnCount)
  const keepsHouses = new Uint8Array(a.length)
  for (let pair = 0; pair < a.length; pair += 1) {
    const [one, other] = [a[pair] ?? 0, b[pair] ?? 0]
    for (let at = 0; at < stride; at += 1) {
      changed.or(pair * stride + at, (words[one * stride + at] ?? 0) ^ (words[other * stride + at] ?? 0))
    }
    keepsHouses[pair] = keepsHouseCounts(crowd, one, other) ? 1 : 0
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b), changed, keepsHouses }
}

/**
 * Lets every two voters change ballots, and keeps those changes that nobody could see.
 *
 * Totals, spreads and the published list of ballots are the same whoever cast which. So a change is unseen when every shown
 * cell stays as it was. What some unseen change alters cannot be worked out from what is published, by subtraction or otherwise.
 *
 * @param shown for each part one row per group: columns whose count is said
 */
export function unseenSwaps({ size, columnCount, parts }: Crowd, pairs: Pairs, shown: readonly Bits[]): Swaps {
  const once = new Bits(size, columnCount)
  const twice = new Bits(size, columnCount)
  const moved = shown.map(({ rows }) => new Bits(rows, columnCount))
  const movedQuietly = shown.map(({ rows }) => new Bits(rows, columnCount))
  const { words: changed, stride } = pairs.changed
  const layers = parts.map(({ groupOf }, place) => ({
    groupOf,
    said: shown[place]?.words,
    moved: moved[place],
    quiet: movedQuietly[place],
  }))
  for (let pair = 0; pair < pairs.a.length; pair += 1) {
    const [a, b] = [pairs.a[pair] ?? 0, pairs.b[pair] ?? 0]
    let isSeen = false
    for (const { groupOf, said } of layers) {
      const [own, other] = [(groupOf[a] ?? 0) * stride, (groupOf[b] ?? 0) * stride]
      if (own === other || !said) continue
      for (let at = 0; at < stride; at += 1) {
        if (((changed[pair * stride + at] ?? 0) & ((said[own + at] ?? 0) | (said[other + at] ?? 0))) !== 0) isSeen = true
      }
    }
    if (isSeen) continue
    const isQuiet = pairs.keepsHouses[pair] === 1
    for (let at = 0; at < stride; at += 1) {
      const columns = changed[pair * stride + at] ?? 0
      if (columns === 0) continue
      twice.or(a * stride + at, (once.words[a * stride + at] ?? 0) & columns)
      twice.or(b * stride + at, (once.words[b * stride + at] ?? 0) & columns)
      once.or(a * stride + at, columns)
      once.or(b * stride + at, columns)
      for (const { groupOf, moved: open, quiet } of layers) {
        const [own, other] = [(groupOf[a] ?? 0) * stride + at, (groupOf[b] ?? 0) * stride + at]
        if (own === other) continue
        open?.or(own, columns)
        open?.or(other, columns)
        if (!isQuiet) continue
        quiet?.or(own, columns)
        quiet?.or(other, columns)
      }
    }
  }
  return { once, twice, moved, movedQuietly }
}

function keepsHouseCounts({ touches, houseOf, once, never }: Crowd, a: number, b: number): boolean {
  const [own, other] = [houseOf[a] ?? 0, houseOf[b] ?? 0]
  if (own === other) return true
  const { words, stride } = touches
  for (let at = 0; at < stride; at += 1) {
    const [ofA, ofB] = [words[a * stride + at] ?? 0, words[b * stride + at] ?? 0]
    const lost = (once.words[own * stride + at] ?? 0) ^ (never.words[other * stride + at] ?? 0)
    const gained = (once.words[other * stride + at] ?? 0) ^ (never.words[own * stride + at] ?? 0)
    // One organisation fewer behind a column is unseen where another comes in its place.
    if ((ofA & ~ofB & lost) !== 0 || (ofB & ~ofA & gained) !== 0) return false
  }
  return true
}
