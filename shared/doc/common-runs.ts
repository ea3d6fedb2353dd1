/** A run that two lists share: where it begins in each, and how long it is. */
export interface CommonRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Cells of the largest table that is filled, 50 MB; beyond it the middle counts as rewritten. */
const maxCells = 400_000_000

/** A longest common subsequence of two lists, as runs in order. */
export function commonRuns(a: readonly string[], b: readonly string[]): readonly CommonRun[] {
  const shortest = Math.min(a.length, b.length)
  let start = 0
  while (start < shortest && a[start] === b[start]) start += 1
  let end = 0
  while (end < shortest - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const middle = runsBetween(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return [
    { a: 0, b: 0, length: start },
    ...middle.map((run) => ({ a: run.a + start, b: run.b + start, length: run.length })),
    { a: a.length - end, b: b.length - end, length: end },
  ].filter(({ length }) => length > 0)
}

function runsBetween(a: readonly string[], b: readonly string[]): CommonRun[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > maxCells) return []
  const steps = new Steps([...a].reverse(), [...b].reverse())
  const runs: { a: number; b: number; length: number }[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (!steps.isLonger(a.length - i, b.length - j)) i += 1
    else if (steps.isLonger(a.length - i, b.length - j - 1)) j += 1
    else {
      const last = runs.at(-1)
      if (last && last.a + last.length === i && last.b + last.length === j) last.length += 1
      else runs.push({ a: i, b: j, length: 1 })
      i += 1
      j += 1
    }
  }
  return runs
}

const bits = 32
const nowhere: ReadonlyMap<number, number> = new Map()

/**
 * Where the longest common subsequence of two lists' beginnings grows, 32 cells at a time. A row for each entry of b, a
 * bit for each of a; 0 where one more of a makes it longer. Source: H. Hyyrö, Bit-Parallel LCS-length Computation
 * Revisited (2004).
 */
class Steps {
  readonly #width: number
  readonly #rows: Uint32Array

  constructor(a: readonly string[], b: readonly string[]) {
    this.#width = Math.ceil(a.length / bits)
    this.#rows = new Uint32Array(this.#width * (b.length + 1)).fill(2 ** bits - 1, 0, this.#width)
    const places = placesOf(a)
    for (const [row, entry] of b.entries()) {
      const from = row * this.#width
      this.#rows.copyWithin(from + this.#width, from, from + this.#width)
      this.#take(from + this.#width, places.get(entry) ?? nowhere)
    }
  }

  /** Whether the `length`-th entry of a makes it longer, given so many of b. */
  isLonger(length: number, ofB: number): boolean {
    const cell = length - 1
    const word = this.#rows[ofB * this.#width + Math.floor(cell / bits)] ?? 0
    return ((word >>> (cell % bits)) & 1) === 0
  }

  /** Turns the row before into the row of an entry that stands in these places of a. */
  #take(from: number, places: ReadonlyMap<number, number>): void {
    let carry = 0
    let at = 0
    const step = (place: number): void => {
      const word = this.#rows[from + at] ?? 0
      const sum = word + ((word & place) >>> 0) + carry
      carry = sum > 2 ** bits - 1 ? 1 : 0
      this.#rows[from + at] = sum | (word & ~place)
      at += 1
    }
    for (const [word, place] of places) {
      while (carry > 0 && at < word) step(0)
      at = word
      step(place)
    }
    while (carry > 0 && at < this.#width) step(0)
  }
}

/** Where each entry of a list stands: for each word of bits that has it, in order, which of its bits. */
function placesOf(list: readonly string[]): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const places = new Map<string, Map<number, number>>()
  for (const [index, entry] of list.entries()) {
    const word = Math.floor(index / bits)
    const own = places.get(entry) ?? new Map<number, number>()
    own.set(word, ((own.get(word) ?? 0) | (1 << (index % bits))) >>> 0)
    places.set(entry, own)
  }
  return places
}
