import { describe, expect, it } from 'vitest'
import { tieInWords } from '../../../../../client/tools/votes/results/tie-words'
import type { OptionResult, Round } from '../../../../../shared/tools/votes/schema'
import { closedRound } from '../../../../support/closed-round'

const options = ['Shared intake', 'Employer council', 'Night classes', 'One website', 'Bus passes'].map((label, index) => ({
  id: `opt_${index}` as const,
  label,
}))
const round: Round = {
  id: 'round_1',
  question: 'Which goals do we start?',
  method: 'dots',
  secret: false,
  dots: 4,
  maxPerOption: 2,
  options,
  rule: {},
  facilitatorsVote: false,
  state: 'closed',
  turnout: { eligible: 4, begun: 4, done: 4 },
  revision: 1,
  createdAtMs: 0,
}

function result(index: number, rank: number, dots: number, tied: boolean): OptionResult {
  return { id: `opt_${index}`, dots, people: dots > 0 ? 2 : 0, rank, tied }
}

describe('a tie in words', () => {
  it('[VOTES-20] names every tie that can change the decision, the highest first', () => {
    const results = [result(0, 1, 6, false), result(1, 2, 4, true), result(2, 2, 4, true), result(3, 4, 3, true), result(4, 4, 3, true)]
    expect(tieInWords(round, { voters: 4, options: results })).toBe(
      '“Employer council” and “Night classes” both have 4 dots. “One website” and “Bus passes” both have 3 dots.',
    )
  })

  it('[VOTES-20] says nothing where only options without dots are equal', () => {
    const results = [result(0, 1, 6, false), result(1, 2, 0, true), result(2, 2, 0, true)]
    expect(tieInWords(round, { voters: 4, options: results })).toBeUndefined()
  })

  it.each([
    ['approval', [[1, 1]], 'both have 1 approval.'],
    ['score', [[4, 4]], 'both have a total score of 4.'],
    ['matrix', [[83, 83]], 'both have impact less effort of 5.0.'],
    ['rank', [[1], [0, 1]], 'both have 1 vote in their last count.'],
    ['budget', [[40, 40]], 'both have 40 units.'],
  ] as const)('[VOTES-20] is told in what %s counts', (method, ballots, words) => {
    const tied = closedRound(
      method,
      ballots.map((on) => ({ on })),
    )
    expect(tied.result?.options && tieInWords(tied, { ...tied.result, options: tied.result.options })).toContain(words)
  })

  it('[VOTES-20] is none among options that no ballot came to in a ranked choice', () => {
    const { result, ...round } = closedRound('rank', [{ on: [1, 2, 3, 4] }, { on: [1, 2, 4, 3] }])
    expect(result?.options?.filter(({ tied }) => tied)).toHaveLength(3)
    expect(result?.options && tieInWords(round, { ...result, options: result.options })).toBeUndefined()
  })

  it('[VOTES-20] is told as an equal share where every organisation has one vote', () => {
    const ballots = [
      { on: [1], organisation: 'College' },
      { on: [0, 1], organisation: 'Employers' },
      { on: [0, 1], organisation: 'Employers' },
    ]
    const tied = closedRound('majority', ballots, { rule: { oneVotePer: 'organisation' } })
    expect(tied.result?.options && tieInWords(tied, { ...tied.result, options: tied.result.options })).toContain(
      'both have an equal share of the organisations’ votes.',
    )
  })
})
