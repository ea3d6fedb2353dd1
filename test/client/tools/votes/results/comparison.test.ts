import { describe, expect, it } from 'vitest'
import { comparableRounds, compareRounds } from '../../../../../client/tools/votes/results/comparison'
import { isCounted } from '../../../../../client/tools/votes/results/measure'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { closedRound } from '../../../../support/closed-round'

function countedRound(round: Round) {
  if (!isCounted(round.result)) throw new Error('not counted')
  return { ...round, result: round.result }
}

const first = countedRound(closedRound('dots', [{ on: [2, 1] }, { on: [1, 3] }, { on: [0, 0, 2] }]))
const again = countedRound(
  closedRound('dots', [{ on: [4] }, { on: [3, 1] }, { on: [0, 2, 2] }], {
    id: 'round_2',
    createdAtMs: 2_000,
    labels: ['shared intake', 'Employer council', 'Bus passes'],
  }),
)

describe('comparing two votes', () => {
  it('[VOTES-57] says how place and count changed, what is new and what was not asked again', () => {
    expect(compareRounds(first, again).map(({ label, before, now, change }) => [label, before?.rank, now?.rank, change])).toEqual([
      ['shared intake', 2, 1, 'up 1 place, 4 more'],
      ['Employer council', 1, 2, 'down 1 place, 1 fewer'],
      ['Bus passes', undefined, 3, 'new'],
      ['Transport pilot', 3, undefined, 'not asked again'],
      ['Data agreement', 4, undefined, 'not asked again'],
    ])
  })

  it('[VOTES-57] knows an option by what it stands for, though its words have changed', () => {
    const ref = { collection: 'clusters', id: 'cluster_1' }
    const referring = (round: typeof first) => ({
      ...round,
      options: round.options.map((option, place) => (place === 0 ? { ...option, ref } : option)),
    })
    const renamed = referring(countedRound(closedRound('dots', [{ on: [1] }], { labels: ['One front door', 'Employer council'] })))
    expect(compareRounds(referring(first), renamed)[0]).toMatchObject({
      label: 'One front door',
      before: { rank: 2 },
      change: 'up 1 place, 2 fewer',
    })
  })

  it('[VOTES-57] compares places only where the two did not count on one scale', () => {
    const runOff = countedRound(closedRound('dots', [{ on: [1] }], { dots: 1, labels: ['Shared intake', 'Employer council'] }))
    expect(compareRounds(first, runOff)[0]?.change).toBe('up 1 place')
    expect(compareRounds(first, countedRound(closedRound('score', [{ on: [5] }])))[0]?.change).toBe('up 1 place')
  })

  it('[VOTES-57] offers earlier votes with options in common and totals that may be told', () => {
    const other = closedRound('dots', [{ on: [1] }], { labels: ['Lunch', 'Dinner'] })
    const withheld = closedRound('dots', [{ on: [1] }], { secret: true })
    expect(comparableRounds(again, [other, withheld, first])).toEqual([first])
    expect(comparableRounds(first, [again])).toEqual([])
  })
})
