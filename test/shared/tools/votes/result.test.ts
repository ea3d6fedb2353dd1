import { describe, expect, it } from 'vitest'
import { type ClosingBallot, resultOf } from '../../../../shared/tools/votes/result'
import type { Round } from '../../../../shared/tools/votes/schema'

const terms: Pick<Round, 'method' | 'secret' | 'options' | 'rule'> = {
  method: 'dots',
  secret: true,
  options: ['a', 'b', 'c'].map((letter) => ({ id: `opt_${letter}`, label: letter })),
  rule: {},
}

function ballot(number: number, allocation: Record<string, number>, organisation?: string): ClosingBallot {
  return { participantId: `p_${number}`, receipt: `R${9 - number}`, allocation, organisation }
}

describe('what a closed round says', () => {
  const two = [ballot(1, { opt_a: 2 }), ballot(2, { opt_b: 1 })]
  const four = [...two, ballot(3, { opt_a: 1 }, 'County'), ballot(4, { opt_a: 1 }, 'College')]
  const five = [...four, ballot(5, { opt_b: 2 }, 'County')]

  it('[VOTES-14] withholds everything but the number of ballots under 3', () => {
    expect(resultOf(terms, two, 9)).toEqual({ voters: 2, withheld: true })
    expect(resultOf({ ...terms, secret: false }, two, 9).withheld).toBeUndefined()
  })

  it('[VOTES-14] does not let empty ballots lift a round over the threshold', () => {
    expect(resultOf(terms, [...two, ballot(3, {})], 9)).toEqual({ voters: 2, withheld: true })
  })

  it('[VOTES-14] leaves organisations and single ballots out under 5 voters', () => {
    const text = JSON.stringify(resultOf(terms, four, 9))
    expect(text).not.toMatch(/organisations|published|participantId|p_\d/)
    expect(resultOf(terms, four, 9).options?.[0]).toEqual({ id: 'opt_a', dots: 4, people: 3, rank: 1, tied: false })
  })

  it('[VOTES-14] publishes unlinked ballots by receipt from 5 voters on, without names', () => {
    const result = resultOf(terms, five, 9)
    expect(result.published?.map(({ receipt }) => receipt)).toEqual(['R4', 'R5', 'R6', 'R7', 'R8'])
    expect(result.options?.[0]?.organisations).toBe(2)
    expect(JSON.stringify(result)).not.toMatch(/participantId|p_\d/)
  })

  it('[VOTES-15] shows names in an open round', () => {
    expect(resultOf({ ...terms, secret: false }, two, 9).ballots).toEqual([
      { participantId: 'p_1', allocation: { opt_a: 2 } },
      { participantId: 'p_2', allocation: { opt_b: 1 } },
    ])
  })

  it('[VOTES-22] gives a majority its verdict against threshold and quorum', () => {
    const votes = (ayes: number, noes: number) =>
      Array.from({ length: ayes + noes }, (_, index) => ballot(index + 1, index < ayes ? { opt_a: 1 } : { opt_b: 1 }))
    const majority = { ...terms, method: 'majority', rule: { quorum: 0.5, threshold: 'more-than-half' } } as const
    expect(resultOf(majority, votes(3, 2), 9).verdict).toMatchObject({ passed: true, quorumMet: true })
    expect(resultOf(majority, votes(3, 3), 9).verdict).toMatchObject({ passed: false })
    expect(resultOf(majority, votes(3, 1), 9).verdict).toMatchObject({ passed: false, quorumMet: false })
    const twoThirds = { ...majority, rule: { quorum: 0, threshold: 'two-thirds' } } as const
    expect(resultOf(twoThirds, votes(4, 2), 9).verdict).toMatchObject({ passed: true })
    expect(resultOf(twoThirds, votes(3, 2), 9).verdict).toMatchObject({ passed: false })
  })

  it('[VOTES-24] says when first place hangs on one organisation, and in secret rounds asks only those with 3 voters', () => {
    const open = { ...terms, secret: false }
    const narrow = [ballot(1, { opt_a: 3 }, 'County'), ballot(2, { opt_b: 2 }, 'College'), ballot(3, { opt_b: 0, opt_c: 1 }, 'City')]
    expect(resultOf(open, narrow, 9).margin).toBe('one-organisation-decides')
    expect(resultOf(terms, narrow, 9).margin).toBeUndefined()
    const broad = ['County', 'College', 'City'].map((organisation, index) => ballot(index + 1, { opt_a: 1 }, organisation))
    expect(resultOf(open, broad, 9).margin).toBe('stands')
    expect(JSON.stringify(resultOf(open, narrow, 9).options)).not.toContain('County')
  })

  it('[VOTES-24] does not ask in a secret round what two people of one organisation decide, and does ask of three', () => {
    const two = [ballot(1, { opt_a: 3 }, 'County'), ballot(2, { opt_a: 3 }, 'County')]
    const others = [ballot(3, { opt_b: 2 }, 'College'), ballot(4, { opt_b: 2 }, 'City')]
    expect(resultOf({ ...terms, secret: false }, [...two, ...others], 9).margin).toBe('one-organisation-decides')
    expect(resultOf(terms, [...two, ...others], 9).margin).toBeUndefined()
    expect(resultOf(terms, [...two, ...others, ballot(5, { opt_a: 1 }, 'County')], 9).margin).toBe('one-organisation-decides')
  })

  it('[VOTES-14] keeps reasons of a secret check without names, and only from 5 voters on', () => {
    const check: typeof terms = { ...terms, method: 'consent', options: [] }
    const say = (count: number) =>
      Array.from(
        { length: count },
        (_, index) => ({ participantId: `p_${index}`, receipt: `R${index}`, answer: 'objection', reason: `why ${index}` }) as const,
      )
    expect(resultOf(check, say(4), 9).reasons).toBeUndefined()
    expect(resultOf(check, say(5), 9).reasons).toHaveLength(5)
    expect(JSON.stringify(resultOf(check, say(5), 9))).not.toMatch(/p_\d/)
    // In the order of the published receipts each reason would stand beside one.
    const backwards = say(5).map((each, index) => ({ ...each, reason: `why ${4 - index}` }))
    expect(resultOf(check, backwards, 9).reasons).toEqual(resultOf(check, say(5), 9).reasons)
  })
})
