import { create, int32 } from 'lib0/prng'
import { expect, it } from 'vitest'
import type { Method } from '../../../../shared/tools/votes/methods'
import { type ClosingBallot, resultOf } from '../../../../shared/tools/votes/result'

const options = Array.from({ length: 100 }, (_, place) => ({
  id: `opt_${place}` as const,
  label: `Bring ${['buses', 'classes', 'mentors', 'tools', 'rooms'][place % 5]} to ${['Juniper', 'Ironwood', 'Elm Grove', 'Red Bluff'][place % 4]} ${place}`,
}))

/** People from as many organisations as asked for, each with ten dots on some of a hundred options. */
function manyBallots(method: Method, organisations: number, people: number): ClosingBallot[] {
  const random = create(7)
  return Array.from({ length: people }, (_, place) => {
    const chosen = Array.from({ length: method === 'majority' ? 1 : 10 }, () => int32(random, 0, 99))
    const unique = [...new Set(chosen)]
    return {
      participantId: `p_${place}`,
      receipt: `R${int32(random, 0, 1e9)}-${place}`,
      identity: 'lobby',
      organisation: `Organisation ${place % organisations}`,
      sector: `Sector ${place % 9}`,
      level: `Level ${place % 3}`,
      allocation: Object.fromEntries(unique.map((option, at) => [`opt_${option}`, method === 'rank' ? at + 1 : 1])),
    }
  })
}

// The best of some runs: other tests share the machine.
const runs = 9
/** Four times the people take four times as long, and a busy machine measures badly; what grows with their square takes sixteen. */
const mostGrowth = 12

it.each([
  ['dots', true, 60],
  ['dots', false, 60],
  ['dots', false, 500],
  ['dots', true, 500],
  ['approval', true, 60],
  ['score', true, 60],
  ['rank', true, 60],
  ['majority', true, 60],
] as const)('a %s round (secret: %s) from %i organisations takes in proportion to its people to count', (method, secret, organisations) => {
  const few = bestOf(method, secret, manyBallots(method, organisations, 125))
  const many = bestOf(method, secret, manyBallots(method, organisations, 500))
  expect(many / few).toBeLessThan(mostGrowth)
})

/** Milliseconds of the fastest run. */
function bestOf(method: Method, secret: boolean, ballots: readonly ClosingBallot[]): number {
  const rule = method === 'majority' ? { oneVotePer: 'organisation' as const } : {}
  const tookMs = Array.from({ length: runs }, () => {
    const startMs = performance.now()
    resultOf({ method, secret, options, rule, maxPerOption: 3 }, ballots, ballots.length)
    return performance.now() - startMs
  })
  return Math.min(...tookMs)
}
