import { Bits } from './bits'
import type { Crowd } from './crowd'

/** With more people than this allows each is compared with only some of the others. */
const mostPairs = 12_000

/** Two voters each whose ballots differ. */
export interface Pairs {
  readonly a: Int32Array
  readonly b: Int32Array
  /** One row per pair: the columns in which their ballots differ. */
  readonly changed: Bits
  /** 1 where as many organisations would stand behind every column if the two changed ballots. */
  readonly keepsHouses: Uint8Array
}

/** Every two voters with different ballots; of many people each with some of the others. */
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
    const one = a[pair] ?? 0
    const other = b[pair] ?? 0
    for (let at = 0; at < stride; at += 1) {
      changed.or(pair * stride + at, (words[one * stride + at] ?? 0) ^ (words[other * stride + at] ?? 0))
    }
    keepsHouses[pair] = keepsHouseCounts(crowd, one, other) ? 1 : 0
  }
  return { a: Int32Array.from(a), b: Int32Array.from(b), changed, keepsHouses }
}

function keepsHouseCounts({ touches, houseOf, once, never }: Crowd, a: number, b: number): boolean {
  const own = houseOf[a] ?? 0
  const other = houseOf[b] ?? 0
  if (own === other) return true
  const { words, stride } = touches
  for (let at = 0; at < stride; at += 1) {
    const ofA = words[a * stride + at] ?? 0
    const ofB = words[b * stride + at] ?? 0
    const lost = (once.words[own * stride + at] ?? 0) ^ (never.words[other * stride + at] ?? 0)
    const gained = (once.words[other * stride + at] ?? 0) ^ (never.words[own * stride + at] ?? 0)
    // One organisation fewer behind a column is unseen where another comes in its place.
    if ((ofA & ~ofB & lost) !== 0 || (ofB & ~ofA & gained) !== 0) return false
  }
  return true
}
