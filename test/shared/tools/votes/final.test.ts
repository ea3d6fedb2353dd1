import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ballotsOfNobody, sumOf, type Tallied, unlinkedChoices } from '../../../../shared/tools/votes/final'
import { finalInWords, talliesOf } from '../../../../shared/tools/votes/final-words'
import type { AllocationMethod } from '../../../../shared/tools/votes/methods'
import { type ClosingBallot, resultOf } from '../../../../shared/tools/votes/result'
import { type Allocation, finalWithoutSum, type RoundOption } from '../../../../shared/tools/votes/schema'

const options: readonly RoundOption[] = ['a', 'b', 'c', 'd'].map((id) => ({ id: `opt_${id}`, label: id }))
const methods: readonly AllocationMethod[] = ['dots', 'approval', 'score', 'rank', 'matrix', 'budget', 'majority']

/** A valid ballot of a method from four numbers. */
function allocationOf(method: AllocationMethod, numbers: readonly number[]): Allocation {
  const value = (place: number) => numbers[place] ?? 0
  const entries = options.map(({ id }, place): [string, number] => {
    switch (method) {
      case 'approval':
        return [id, value(place) % 2]
      case 'matrix':
        return [id, value(place) > 0 ? 10 * value(place) + ((value(place) + place) % 5) + 1 : 0]
      case 'majority':
        return [id, place === value(0) % 4 ? 1 : 0]
      default:
        return [id, value(place)]
    }
  })
  if (method !== 'rank') return Object.fromEntries(entries.filter(([, count]) => count > 0))
  const ranked = [...entries].filter(([, count]) => count > 0).sort((one, other) => one[1] - other[1])
  return Object.fromEntries(ranked.map(([id], place) => [id, place + 1]))
}

const numbers = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 })
const crowd = (minLength: number) => fc.array(numbers, { minLength, maxLength: 12 })

function ballotsOf(method: AllocationMethod, said: readonly (readonly number[])[], from: string): readonly ClosingBallot[] {
  return said.map((each, index) => ({
    participantId: `p_${from}${index}`,
    receipt: `${(index * 7) % 13}${from}`,
    organisation: `Organisation ${index % 3}`,
    sector: `Sector ${index % 2}`,
    identity: 'lobby',
    allocation: allocationOf(method, each),
  }))
}

describe('the sum of a provisional result and late answers', () => {
  it.each(methods)('[VOTES-81] is what counting all ballots at once gives, open or secret: %s', (method) => {
    fc.assert(
      fc.property(crowd(1), crowd(1), fc.boolean(), (present, absent, secret) => {
        const round = { method, secret, options: [...options], rule: {}, maxPerOption: 5 }
        const [one, other] = [ballotsOf(method, present, 'x'), ballotsOf(method, absent, 'y')]
        const first: Tallied = {
          result: resultOf(round, one, 30),
          ballots: secret ? ballotsOfNobody(unlinkedChoices(one)) : one,
        }
        const late: Tallied = { result: resultOf(round, other, 30), ballots: other }
        const sum = sumOf(round, first, late, 60, [...one, ...other])
        const whole = resultOf({ ...round, secret: false }, [...one, ...other], 60)
        if ('standsBecause' in sum) {
          const few = late.result.voters === 0 || (secret && (first.result.voters < 3 || late.result.voters < 3))
          expect(few).toBe(true)
          return
        }
        const plain = (result: typeof whole) =>
          result.options?.map(({ id, dots, people, rank, tied, mean }) => [id, dots, people, rank, tied, mean])
        expect(plain(sum.together)).toEqual(plain(whole))
        expect(sum.together.counts).toEqual(whole.counts)
        expect(sum.together.voters).toBe(first.result.voters + late.result.voters)
        const tallies = talliesOf(first, { atMs: 0, eligible: 60, voters: sum.together.voters, together: sum.together }) ?? []
        const lateDots = new Map(late.result.options?.map(({ id, dots }) => [id as string, dots]))
        for (const { id, late: own, first: before, together } of tallies) {
          expect([own, before + own]).toEqual([lateDots.get(id) ?? 0, together])
        }
      }),
      { numRuns: 150 },
    )
  })

  it('[VOTES-82] has nothing of a secret vote that one of its two counts hides', () => {
    fc.assert(
      fc.property(crowd(3), crowd(3), (present, absent) => {
        const round = { method: 'dots' as const, secret: true, options: [...options], rule: {}, maxPerOption: 5 }
        const [one, other] = [ballotsOf('dots', present, 'x'), ballotsOf('dots', absent, 'y')]
        const [first, late] = [one, other].map((ballots): Tallied => ({ result: resultOf(round, ballots, 30), ballots }))
        if (!first || !late) return
        const sum = sumOf(round, { ...first, ballots: ballotsOfNobody(unlinkedChoices(one)) }, late, 60, [])
        if ('standsBecause' in sum) return
        const says = (result: object, part: string) => JSON.stringify(result).includes(`"${part}"`)
        for (const part of ['published', 'reasons', 'ballots', 'breakdowns', 'margin', 'split', 'organisations']) {
          expect(says(sum.together, part)).toBe(false)
        }
        expect(says(sum.together, 'spread')).toBe(says(first.result, 'spread') && says(late.result, 'spread'))
      }),
    )
  })

  it('[VOTES-82] keeps choices in an order that says nothing of who came when', () => {
    const ballots = ballotsOf(
      'dots',
      [
        [1, 0, 0, 0],
        [0, 2, 0, 0],
        [0, 0, 3, 0],
      ],
      'x',
    )
    expect(unlinkedChoices([...ballots].reverse())).toEqual(unlinkedChoices(ballots))
    expect(JSON.stringify(unlinkedChoices(ballots))).not.toMatch(/p_|Organisation|Sector|receipt/)
  })

  it('[VOTES-82] is said in words for every reason that there may be', () => {
    const said = [undefined, ...finalWithoutSum].map((standsBecause) =>
      finalInWords({ result: { voters: 4 } }, { atMs: 0, eligible: 9, voters: 6, ...(standsBecause ? { standsBecause } : {}) }),
    )
    expect(new Set(said).size).toBe(said.length)
    for (const words of said) expect(words).toMatch(/^[\p{Lu}\d].*\.$/u)
    expect(said[0]).toBe('2 people answered late. The final result counts all 6 ballots together.')
  })
})
