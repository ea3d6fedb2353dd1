/** A run that two lists share: where it begins in each, and how long it is. */
export interface CommonRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Cells of the longest table that is filled, 32 MB; beyond it the middle counts as rewritten. */
const maxCells = 16_000_000

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
  const [left, right] = numbered(a, b)
  const longest = longestFrom(left, right)
  const width = b.length + 1
  const runs: { a: number; b: number; length: number }[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (left[i] === right[j]) {
      const last = runs.at(-1)
      if (last && last.a + last.length === i && last.b + last.length === j) last.length += 1
      else runs.push({ a: i, b: j, length: 1 })
      i += 1
      j += 1
    } else if ((longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0)) i += 1
    else j += 1
  }
  return runs
}

/** Equal entries get equal numbers, which compare several times faster than words. */
function numbered(a: readonly string[], b: readonly string[]): [Uint32Array, Uint32Array] {
  const numbers = new Map<string, number>()
  const numberOf = (entry: string) => {
    const known = numbers.get(entry) ?? numbers.size
    numbers.set(entry, known)
    return known
  }
  return [Uint32Array.from(a, numberOf), Uint32Array.from(b, numberOf)]
}

/** At `i * (b.length + 1) + j`: the length of the longest common subsequence of a from i and b from j. */
function longestFrom(a: Uint32Array, b: Uint32Array): Uint16Array {
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const entry = a[i]
    const row = i * width
    let next = 0
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const below = longest[row + width + j] ?? 0
      if (entry === b[j]) next = (longest[row + width + j + 1] ?? 0) + 1
      else if (below > next) next = below
      longest[row + j] = next
    }
  }
  return longest
}
