import { describe, expect, it } from 'vitest'
import { isCounted } from '../../../../../client/tools/votes/results/measure'
import { runOffInWords, runOffOf, tieToSettle } from '../../../../../client/tools/votes/results/run-off'
import type { Round } from '../../../../../shared/tools/votes/schema'
import { closedRound, optionId } from '../../../../support/closed-round'

function tieOf(round: Round, chosen: readonly number[]): readonly string[] | undefined {
  if (!isCounted(round.result)) throw new Error('not counted')
  return tieToSettle(round, round.result, chosen.map(optionId))?.map(({ id }) => id)
}

describe('the tie that must be settled', () => {
  const firstTied = closedRound('dots', [{ on: [2, 2, 0, 1] }])
  const secondTied = closedRound('dots', [{ on: [4, 2, 2, 2] }])

  it('[VOTES-55] is the one at first place, until all of it is chosen', () => {
    expect(tieOf(firstTied, [])).toEqual([optionId(0), optionId(1)])
    expect(tieOf(firstTied, [0])).toEqual([optionId(0), optionId(1)])
    expect(tieOf(firstTied, [0, 1])).toBeUndefined()
  })

  it('[VOTES-55] is the one in which the list of what is chosen ends', () => {
    expect(tieOf(secondTied, [0])).toBeUndefined()
    expect(tieOf(secondTied, [0, 2])).toEqual([optionId(1), optionId(2), optionId(3)])
    expect(tieOf(secondTied, [0, 1, 2, 3])).toBeUndefined()
  })

  it('[VOTES-55] is none among options that nobody chose', () => {
    expect(tieOf(closedRound('dots', [{ on: [1] }]), [1])).toBeUndefined()
    const lastInRanking = closedRound('rank', [{ on: [1, 2, 3, 4] }, { on: [1, 2, 4, 3] }])
    expect(tieOf(lastInRanking, [2])).toBeUndefined()
  })
})

describe('the run-off', () => {
  const round = closedRound('score', [{ on: [5, 5, 1] }], {
    secret: true,
    facilitatorsVote: true,
    binding: true,
    stepId: 'step_1',
    meaning: 'Most important to start now',
  })

  it('[VOTES-55] is one dot each among the tied, on the terms of the vote before', () => {
    const tied = round.options.slice(0, 2).map(({ id }) => ({ id, dots: 5, people: 1, rank: 1, tied: true }))
    expect(runOffOf(round, tied)).toEqual({
      question: round.question,
      method: 'dots',
      dots: 1,
      maxPerOption: 1,
      options: [{ label: 'Shared intake' }, { label: 'Employer council' }],
      secret: true,
      facilitatorsVote: true,
      binding: true,
      stepId: 'step_1',
      meaning: 'Most important to start now',
      after: { roundId: 'round_1', as: 'run-off' },
    })
    expect(runOffInWords(round, tied)).toBe(
      'A secret vote opens at once on everybody’s screen: 1 dot each, on “Shared intake” and “Employer council”.',
    )
  })
})
