import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonRuns } from '../../../shared/doc/common-runs'

/** The length of a longest common subsequence, by the textbook's table. */
function longest(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0)
  for (const entry of a) {
    const row = [0]
    for (const [j, other] of b.entries()) row.push(entry === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0))
    above = row
  }
  return above.at(-1) ?? 0
}

describe('what two lists share', () => {
  it('[DRAFTS-22] is a longest common subsequence, in order and without overlap', () => {
    const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 150 })
    fc.assert(
      fc.property(list, list, (a, b) => {
        const runs = commonRuns(a, b)
        let i = 0
        let j = 0
        for (const run of runs) {
          expect(run.a).toBeGreaterThanOrEqual(i)
          expect(run.b).toBeGreaterThanOrEqual(j)
          i = run.a + run.length
          j = run.b + run.length
          expect(a.slice(run.a, i)).toEqual(b.slice(run.b, j))
        }
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longest(a, b))
      }),
      { numRuns: 300 },
    )
  })
})
