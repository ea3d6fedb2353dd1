import { Bits } from './bits'
import type { Crowd } from './crowd'
import type { Pairs } from './pairs'

/** What could be otherwise without anything published being otherwise. */
export interface Swaps {
  /** One row per voter: columns in which their ballot could be otherwise. */
  readonly once: Bits
  /** The same where at least two others could have cast their ballot: one of three people at least. */
  readonly twice: Bits
  /** As `once`, without any change of how many organisations stand behind a column. */
  readonly onceQuietly: Bits
  /** For each part one row per group: columns in which its count could be otherwise. */
  readonly moved: readonly Bits[]
  /** The same without any change of how many organisations stand behind a column. */
  readonly movedQuietly: readonly Bits[]
}

/**
 * Lets voters change ballots two by two, and keeps those changes that nobody could see.
 *
 * Totals, spreads and the published list of ballots are the same whoever cast which. So a change is unseen when every shown
 * cell stays as it was. What some unseen change alters cannot be worked out from what is published, by subtraction or otherwise.
 *
 * @param pairs fewer of them only find fewer changes
 * @param shown for each part one row per group: columns whose count is said
 */
export function unseenSwaps(crowd: Crowd, pairs: Pairs, shown: readonly Bits[]): Swaps {
  const { size, columnCount } = crowd
  const empty = () => shown.map(({ rows }) => new Bits(rows, columnCount))
  const [once, twice, onceQuietly] = [new Bits(size, columnCount), new Bits(size, columnCount), new Bits(size, columnCount)]
  const swaps = { once, twice, onceQuietly, moved: empty(), movedQuietly: empty() }
  const circleOf = circlesOf(crowd, shown)
  noteCircles(crowd, circleOf, swaps)
  notePairs(crowd, pairs, shown, circleOf, swaps)
  return swaps
}

/** The circle of each voter: all who stand in the same group wherever anything is shown may change with one another. */
function circlesOf({ size, parts }: Crowd, shown: readonly Bits[]): readonly number[] {
  const places = new Map<string, number>()
  const telling = parts.filter((_, place) => shown[place]?.any())
  return Array.from({ length: size }, (_, voter) => {
    const name = telling.map(({ groupOf }) => groupOf[voter]).join()
    const circle = places.get(name) ?? places.size
    places.set(name, circle)
    return circle
  })
}

/** Whoever backs a column could have the ballot of somebody in the circle who does not, and the other way about. */
function noteCircles({ backs }: Crowd, circleOf: readonly number[], { once, twice }: Swaps): void {
  const { words, stride } = backs
  const circles = Math.max(-1, ...circleOf) + 1
  const [one, two, none, noneTwice] = [0, 1, 2, 3].map(() => new Bits(circles, backs.width).words)
  if (!one || !two || !none || !noneTwice) return
  const each = (note: (place: number, circle: number, own: number) => void) => {
    for (const [voter, circle] of circleOf.entries()) {
      for (let at = 0; at < stride; at += 1) note(voter * stride + at, circle * stride + at, words[voter * stride + at] ?? 0)
    }
  }
  each((_, circle, own) => {
    two[circle] = (two[circle] ?? 0) | ((one[circle] ?? 0) & own)
    one[circle] = (one[circle] ?? 0) | own
    noneTwice[circle] = (noneTwice[circle] ?? 0) | ((none[circle] ?? 0) & ~own)
    none[circle] = (none[circle] ?? 0) | ~own
  })
  each((place, circle, own) => {
    once.or(place, (own & (none[circle] ?? 0)) | (~own & (one[circle] ?? 0)))
    twice.or(place, (own & (noneTwice[circle] ?? 0)) | (~own & (two[circle] ?? 0)))
  })
}

/** Voters of two circles may change where their ballots say the same wherever a count of either's group is shown. */
function notePairs({ parts }: Crowd, pairs: Pairs, shown: readonly Bits[], circleOf: readonly number[], swaps: Swaps): void {
  const { moved, movedQuietly } = swaps
  const { words: changed, stride } = pairs.changed
  const layers = parts.flatMap(({ groupOf }, place) => {
    const [cells, open, quiet] = [shown[place], moved[place], movedQuietly[place]]
    return cells?.any() && open && quiet ? [{ groupOf, said: cells.words, open, quiet }] : []
  })
  const isSeen = ({ groupOf, said }: (typeof layers)[number], pair: number, a: number, b: number) => {
    const own = (groupOf[a] ?? 0) * stride
    const other = (groupOf[b] ?? 0) * stride
    if (own === other) return false
    for (let at = 0; at < stride; at += 1) {
      if (((changed[pair * stride + at] ?? 0) & ((said[own + at] ?? 0) | (said[other + at] ?? 0))) !== 0) return true
    }
    return false
  }
  for (let pair = 0; pair < pairs.a.length; pair += 1) {
    const a = pairs.a[pair] ?? 0
    const b = pairs.b[pair] ?? 0
    const isQuiet = pairs.keepsHouses[pair] === 1
    const isOfOneCircle = circleOf[a] === circleOf[b]
    if (isOfOneCircle ? !isQuiet : layers.some((layer) => isSeen(layer, pair, a, b))) continue
    for (let at = 0; at < stride; at += 1) {
      const columns = changed[pair * stride + at] ?? 0
      if (columns === 0) continue
      if (isQuiet) for (const voter of [a, b]) swaps.onceQuietly.or(voter * stride + at, columns)
      if (isOfOneCircle) continue
      noteBoth(swaps, a * stride + at, columns)
      noteBoth(swaps, b * stride + at, columns)
      for (const { groupOf, open, quiet } of layers) {
        const own = (groupOf[a] ?? 0) * stride + at
        const other = (groupOf[b] ?? 0) * stride + at
        if (own === other) continue
        open.or(own, columns)
        open.or(other, columns)
        if (!isQuiet) continue
        quiet.or(own, columns)
        quiet.or(other, columns)
      }
    }
  }
}

function noteBoth({ once, twice }: Swaps, place: number, columns: number): void {
  twice.or(place, (once.words[place] ?? 0) & columns)
  once.or(place, columns)
}
