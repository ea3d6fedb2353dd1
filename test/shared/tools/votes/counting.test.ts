import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resultOf } from '../../../../shared/tools/votes/result'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isPolarised } from '../../../../shared/tools/votes/spread'
import { type CountedBallot, firstPlace, tally } from '../../../../shared/tools/votes/tally'

const letters = ['a', 'b', 'c', 'd', 'e']
const options = letters.map((letter) => ({ id: `opt_${letter}` as const, label: letter }))
const ids = options.map(({ id }) => id)
const organisation = fc.option(fc.constantFrom('North', 'South', 'East', 'West'), { nil: undefined })

/** Ballots in which each option has one of these values or none. */
function ballotsOf(value: fc.Arbitrary<number>, most = ids.length): fc.Arbitrary<CountedBallot[]> {
  const allocation = fc
    .tuple(fc.subarray([...ids], { maxLength: most }), fc.infiniteStream(value))
    .map(([chosen, values]) => Object.fromEntries(chosen.map((id) => [id, values.next().value])))
  return fc.array(fc.record({ organisation, allocation }), { maxLength: 40 })
}

const rankings = fc.array(
  fc.record({
    organisation,
    allocation: fc.shuffledSubarray([...ids]).map((order) => Object.fromEntries(order.map((id, place) => [id, place + 1]))),
  }),
  { maxLength: 40 },
)

/** Ranks by a number, bigger is better, counted by hand: how many are strictly better, plus one. */
function expectRanks(results: ReturnType<typeof tally>['options'], worth: ReadonlyMap<string, number>): void {
  for (const { id, rank, tied } of results) {
    const own = worth.get(id) ?? 0
    const others = [...worth].filter(([other]) => other !== id).map(([, value]) => value)
    expect(rank).toBe(1 + others.filter((value) => value > own + 1e-9).length)
    expect(tied).toBe(others.some((value) => Math.abs(value - own) < 1e-9))
  }
}

describe('every tally, against a count of another hand', () => {
  it.each([
    ['dots', ballotsOf(fc.integer({ min: 1, max: 9 }))],
    ['approval', ballotsOf(fc.constant(1))],
    ['majority', ballotsOf(fc.constant(1), 1)],
    ['score', ballotsOf(fc.integer({ min: 1, max: 5 }))],
    ['budget', ballotsOf(fc.integer({ min: 1, max: 1_000_000 }))],
  ] as const)('[VOTES-22] %s: sums, people and organisations', (method, drawn) => {
    fc.assert(
      fc.property(drawn, (cast) => {
        const { options: results } = tally(method, options, cast)
        const worth = new Map<string, number>()
        for (const { id, dots, people, organisations, mean } of results) {
          let [sum, count] = [0, 0]
          const houses: string[] = []
          for (const ballot of cast) {
            const value = ballot.allocation[id]
            if (value === undefined) continue
            sum += value
            count += 1
            if (ballot.organisation && !houses.includes(ballot.organisation)) houses.push(ballot.organisation)
          }
          expect([dots, people, organisations]).toEqual([sum, count, houses.length])
          expect(mean).toBe(method === 'score' && count > 0 ? sum / count : undefined)
          worth.set(id, sum)
        }
        expectRanks(results, worth)
      }),
    )
  })

  it('[VOTES-22] matrix: mean impact less mean effort', () => {
    const cell = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })).map(([impact, effort]) => impact * 10 + effort)
    fc.assert(
      fc.property(ballotsOf(cell), (cast) => {
        const { options: results } = tally('matrix', options, cast)
        const worth = new Map<string, number>()
        for (const { id, mean, meanEffort } of results) {
          const values = cast.flatMap(({ allocation }) => (id in allocation ? [String(allocation[id])] : []))
          const impact = values.reduce((sum, text) => sum + Number(text[0]), 0) / values.length
          const effort = values.reduce((sum, text) => sum + Number(text[1]), 0) / values.length
          if (values.length > 0) expect([mean, meanEffort]).toEqual([impact, effort])
          worth.set(id, values.length > 0 ? impact - effort : -100)
        }
        expectRanks(results, worth)
      }),
    )
  })

  it('[VOTES-22] rank: instant run-off in which options tied for fewest leave together', () => {
    fc.assert(
      fc.property(rankings, (cast) => {
        const counted = tally('rank', options, cast)
        const orders = cast.map(({ allocation }) =>
          Object.entries(allocation)
            .sort((a, b) => a[1] - b[1])
            .map(([id]) => id),
        )
        let remaining: string[] = [...ids]
        const worth = new Map<string, number>()
        const counts: { votes: Record<string, number>; exhausted: number }[] = []
        while (remaining.length > 0) {
          const piles = new Map<string, number>(remaining.map((id) => [id, 0]))
          let exhausted = 0
          for (const order of orders) {
            const choice = order.find((id) => piles.has(id))
            if (choice === undefined) exhausted += 1
            else piles.set(choice, (piles.get(choice) ?? 0) + 1)
          }
          counts.push({ votes: Object.fromEntries(piles), exhausted })
          for (const [id, votes] of piles) worth.set(id, counts.length * 1_000 + votes)
          const sizes = [...piles.values()].sort((a, b) => a - b)
          const [fewest = 0, most = 0] = [sizes[0], sizes.at(-1)]
          if (fewest === most || most > (orders.length - exhausted) / 2) break
          remaining = remaining.filter((id) => piles.get(id) !== fewest)
        }
        expect(counted.counts).toEqual(counts)
        expectRanks(counted.options, worth)
        for (const { id, dots } of counted.options) expect(dots).toBe(counts[0]?.votes[id])
      }),
    )
  })
})

describe('spread', () => {
  it('[VOTES-36] says how many voters gave each number, everybody once', () => {
    fc.assert(
      fc.property(ballotsOf(fc.integer({ min: 1, max: 5 })), fc.constantFrom('dots', 'score' as const), (cast, method) => {
        for (const { id, spread = [], polarised } of tally(method, options, cast).options) {
          const expected = Array.from(
            { length: spread.length },
            (_, value) => cast.filter(({ allocation }) => (allocation[id] ?? 0) === value).length,
          )
          expect(spread).toEqual(expected)
          expect(spread.reduce((sum, people) => sum + people, 0)).toBe(cast.length)
          if (method === 'score') expect(spread).toHaveLength(6)
          expect(polarised !== undefined).toBe(method === 'score')
        }
      }),
    )
  })

  it('[VOTES-36] is not said where there are no steps, nor in a secret round under 5 voters', () => {
    const cast = [{ allocation: { opt_a: 55 } }]
    for (const method of ['matrix', 'budget', 'rank'] as const) expect(tally(method, options, cast).options[0]?.spread).toBeUndefined()
    const ballots = [1, 2, 3, 4].map((place) => ({ participantId: `p_${place}` as const, receipt: `R${place}`, allocation: { opt_a: 5 } }))
    const secret = resultOf({ method: 'score', secret: true, options, rule: {} }, ballots, 4)
    expect(secret.options?.[0]).not.toHaveProperty('spread')
    expect(secret.options?.[0]).not.toHaveProperty('polarised')
  })

  it('[VOTES-36] flags scores that lie further apart than 0.3, by the standard deviation of all that were given', () => {
    expect(
      isPolarised(
        new Map([
          [1, 5],
          [5, 5],
        ]),
      ),
    ).toBe(true)
    expect(isPolarised(new Map([[3, 10]]))).toBe(false)
    expect(isPolarised(new Map([[5, 1]]))).toBe(false)
    expect(isPolarised(new Map())).toBe(false)
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(scores, (given) => {
        const scaled = given.map((score) => (score - 1) / 4)
        const mean = scaled.reduce((sum, value) => sum + value, 0) / scaled.length
        const deviation = Math.sqrt(scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / scaled.length)
        fc.pre(Math.abs(deviation - 0.3) > 1e-9)
        const counted = new Map<number, number>()
        for (const score of given) counted.set(score, (counted.get(score) ?? 0) + 1)
        expect(isPolarised(counted)).toBe(deviation > 0.3)
      }),
    )
  })
})

describe('one vote for each organisation', () => {
  const rule = { quorum: 0, oneVotePer: 'organisation' } as const
  const cast = (choices: readonly (readonly [string, string?])[]) =>
    choices.map(([letter, house], place) => ({
      participantId: `p_${place}` as const,
      receipt: `R${place}`,
      organisation: house,
      allocation: { [`opt_${letter}`]: 1 },
    }))
  const verdict = (choices: Parameters<typeof cast>[0], more: Partial<Round> = {}) =>
    resultOf({ method: 'majority', secret: false, options, rule, ...more }, cast(choices), choices.length)

  it('[VOTES-41] is shared by its people in exact fractions', () => {
    const result = verdict([
      ['a', 'Big'],
      ['a', 'Big'],
      ['b', 'Big'],
      ['b', 'Small'],
      ['b', 'small '],
    ])
    expect(result.options?.map(({ id, rank, dots }) => [id, rank, dots]).slice(0, 2)).toEqual([
      ['opt_b', 1, 3],
      ['opt_a', 2, 2],
    ])
    expect(result.verdict).toMatchObject({ passed: true })
    expect(result.verdict?.words).toContain('“b” has 1 1/3 of 2 and needs more than half of them.')
  })

  it('[VOTES-41] leaves ties as ties, also where decimals would not', () => {
    const thirds = verdict([
      ['a', 'X'],
      ['a', 'X'],
      ['b', 'X'],
      ['b', 'Y'],
      ['b', 'Y'],
      ['a', 'Y'],
    ])
    expect(thirds.options?.slice(0, 2).map(({ rank, tied }) => [rank, tied])).toEqual([
      [1, true],
      [1, true],
    ])
    expect(thirds.verdict).toMatchObject({ passed: false })
    expect(thirds.verdict?.words).toContain('First place is a tie.')
  })

  it('[VOTES-41] gives those without an organisation one vote together', () => {
    const result = verdict([['a'], ['a'], ['a'], ['b', 'X'], ['b', 'Y']])
    expect(result.verdict).toMatchObject({ passed: true })
    expect(result.verdict?.words).toContain('people without one share one')
  })

  it('[VOTES-41] meets two thirds exactly, and passes no bare half', () => {
    const twoThirds = { rule: { ...rule, threshold: 'two-thirds' } } as const
    expect(
      verdict(
        [
          ['a', 'X'],
          ['a', 'Y'],
          ['b', 'Z'],
        ],
        twoThirds,
      ).verdict?.passed,
    ).toBe(true)
    expect(
      verdict(
        [
          ['a', 'X'],
          ['a', 'Y'],
          ['b', 'Z'],
          ['b', 'Z'],
          ['a', 'W'],
          ['c', 'W'],
        ],
        twoThirds,
      ).verdict?.passed,
    ).toBe(false)
    expect(
      verdict([
        ['a', 'X'],
        ['b', 'Y'],
        ['c', 'Y'],
        ['d', 'Z'],
        ['a', 'Z'],
        ['a', 'W'],
        ['c', 'W'],
      ]).verdict?.passed,
    ).toBe(false)
  })

  it('[VOTES-41] keeps the fractions of a secret round to itself', () => {
    const { verdict: said } = verdict(
      [
        ['a', 'X'],
        ['a', 'X'],
        ['b', 'X'],
        ['a', 'Y'],
        ['a', 'Y'],
      ],
      { secret: true },
    )
    expect(said?.passed).toBe(true)
    expect(said?.words).toContain('“a” comes first and has more than half of them.')
    expect(said?.words).not.toMatch(/\d\/\d|has \d/)
  })

  it('[VOTES-41] is the sum of the shares, whatever the sizes', () => {
    fc.assert(
      fc.property(ballotsOf(fc.constant(1), 1), (drawn) => {
        const counted = drawn.filter(({ allocation }) => Object.keys(allocation).length > 0)
        const { options: results } = tally('majority', options, counted, rule)
        const worth = new Map(ids.map((id) => [id as string, 0]))
        for (const { organisation: house, allocation } of counted) {
          const size = counted.filter((other) => other.organisation === house).length
          const [id = ''] = Object.keys(allocation)
          worth.set(id, (worth.get(id) ?? 0) + 1 / size)
        }
        expectRanks(results, worth)
      }),
    )
  })
})

describe('identity', () => {
  it('[VOTES-38] is the weakest way in of those whose ballot was counted', () => {
    const terms = { method: 'dots', secret: false, options, rule: {} } as const
    const ballot = (place: number, identity: 'open-link' | 'lobby' | 'personal-invite', allocation = { opt_a: 1 }) => ({
      participantId: `p_${place}` as const,
      receipt: `R${place}`,
      identity,
      allocation,
    })
    expect(resultOf(terms, [ballot(1, 'personal-invite'), ballot(2, 'lobby')], 2).identity).toBe('lobby')
    expect(resultOf(terms, [ballot(1, 'personal-invite'), ballot(2, 'open-link')], 2).identity).toBe('open-link')
    const empty: Record<string, number> = {}
    expect(resultOf(terms, [ballot(1, 'personal-invite'), { ...ballot(2, 'open-link'), allocation: empty }], 2).identity).toBe(
      'personal-invite',
    )
    expect(resultOf({ ...terms, secret: true }, [ballot(1, 'lobby')], 2).identity).toBeUndefined()
  })
})

describe('the margin', () => {
  it('[VOTES-24] is what counting anew without each organisation says', () => {
    const drawn = fc.constantFrom('dots', 'score', 'approval', 'rank', 'matrix' as const).chain((method) => {
      const value =
        method === 'approval' ? fc.constant(1) : method === 'matrix' ? fc.constantFrom(11, 19, 55, 91) : fc.integer({ min: 1, max: 3 })
      return fc.tuple(fc.constant(method), method === 'rank' ? rankings : ballotsOf(value))
    })
    fc.assert(
      fc.property(drawn, ([method, cast]) => {
        const counted = cast.filter(({ allocation }) => Object.keys(allocation).length > 0)
        const ballots = counted.map((ballot, place) => ({ ...ballot, participantId: `p_${place}` as const, receipt: `R${place}` }))
        const { margin } = resultOf({ method, secret: false, options, rule: {} }, ballots, 50)
        const houses = [...new Set(counted.flatMap((ballot) => ballot.organisation ?? []))]
        const first = (some: readonly CountedBallot[]) => [...firstPlace(tally(method, options, some).options)].sort().join()
        const changes = houses.some((house) => first(counted.filter((ballot) => ballot.organisation !== house)) !== first(counted))
        expect(margin).toBe(houses.length < 2 ? undefined : changes ? 'one-organisation-decides' : 'stands')
      }),
    )
  })
})
