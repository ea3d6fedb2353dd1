import type { Inline } from './outline'

/** The same words in the fewest runs: neighbours with equal marks become one, empty runs go. */
export function mergeRuns(runs: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (run.text === '') continue
    if (last && sameMarks(last, run)) merged[merged.length - 1] = { ...last, text: last.text + run.text }
    else merged.push(run)
  }
  return merged
}

function sameMarks(a: Inline, b: Inline): boolean {
  return JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])
}
