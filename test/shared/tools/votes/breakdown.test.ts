import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClosingBallot, resultOf } from '../../../../shared/tools/votes/result'
import type { Breakdown, Round } from '../../../../shared/tools/votes/schema'
import { isDetermined, otherWays, type Voter } from '../../../support/vote-guessing'

type Terms = Pick<Round, 'method' | 'secret' | 'options' | 'rule'>

function terms(optionCount: number, secret: boolean, method: Round['method'] = 'approval'): Terms {
  const options = Array.from({ length: optionCount }, (_, place) => ({ id: `opt_${place}` as const, label: `Option ${place}` }))
  return { method, secret, options, rule: {} }
}

/** A voter who backs the options of these places. */
function voter(backs: readonly number[], where: Omit<Voter, 'backs'> = {}): Voter {
  return { backs, ...where }
}

function ballots(voters: readonly Voter[]): ClosingBallot[] {
  return voters.map(({ backs, ...where }, place) => ({
    ...where,
    participantId: `p_${place}`,
    // Receipts are random: here they are anything but the order of voters.
    receipt: `R${((place * 7919) % 1009).toString().padStart(4, '0')}`,
    allocation: Object.fromEntries(backs.map((at) => [`opt_${at}`, 1])),
  }))
}

function breakdowns(voters: readonly Voter[], optionCount: number, secret: boolean): readonly Breakdown[] {
  return resultOf(terms(optionCount, secret), ballots(voters), voters.length).breakdowns ?? []
}

function times<T>(count: number, one: T): T[] {
  return Array.from({ length: count }, () => one)
}

describe('a result told apart', () => {
  it('[VOTES-34] says people of every group in an open round, with one group for all spellings and one for those who did not say', () => {
    const voters = [
      voter([0], { sector: 'education', organisation: 'Copper  College' }),
      voter([0, 1], { sector: 'education', organisation: 'copper college' }),
      voter([1], { sector: 'Ranching' }),
      voter([]),
      voter([1]),
    ]
    expect(breakdowns(voters, 2, false)).toEqual([
      {
        by: 'sector',
        groups: [
          { name: 'Education', voters: 2, counts: [2, 1] },
          { name: 'Ranching', voters: 1, counts: [0, 1] },
          { name: 'Not said', voters: 1, counts: [0, 1] },
        ],
      },
      {
        by: 'organisation',
        groups: [
          { name: 'Copper College', voters: 2, counts: [2, 1] },
          { name: 'Not said', voters: 2, counts: [0, 2] },
        ],
      },
    ])
  })

  it('[VOTES-34] counts first choices of rankings, scores of 4 and 5, and answers of a check', () => {
    const cast = (allocation: Record<string, number>, sector: string, place: number): ClosingBallot => ({
      participantId: `p_${place}`,
      receipt: `R${place}`,
      sector,
      allocation,
    })
    const given = [cast({ opt_0: 1, opt_1: 2 }, 'A', 1), cast({ opt_0: 4, opt_1: 5 }, 'B', 2)]
    const counts = (method: Round['method']) =>
      resultOf(terms(2, false, method), given, 2).breakdowns?.[0]?.groups.map((group) => group.counts)
    expect(counts('rank')).toEqual([
      [1, 0],
      [0, 0],
    ])
    expect(counts('score')).toEqual([
      [0, 0],
      [1, 1],
    ])
    const answers = (['resonates', 'not-yet'] as const).map((answer, place) => ({
      ...cast({}, `S${place}`, place),
      allocation: undefined,
      answer,
    }))
    expect(resultOf({ ...terms(0, false), method: 'resonance' }, answers, 2).breakdowns?.[0]?.groups.map((group) => group.counts)).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ])
  })

  it('[VOTES-35] says what it can of a secret round whose ballots are many and alike', () => {
    const mixed = (sector: string, both: number, first: number, second: number) => [
      ...times(both, voter([0, 1], { sector })),
      ...times(first, voter([0], { sector })),
      ...times(second, voter([1], { sector })),
    ]
    const [by, ...others] = breakdowns([...mixed('North', 5, 6, 4), ...mixed('South', 4, 5, 6), ...mixed('West', 1, 0, 1)], 2, true)
    expect(others).toEqual([])
    expect(by?.groups.map(({ name }) => name)).toEqual(['North', 'South', 'West'])
    const west = by?.groups[2]
    expect([west?.voters, west?.counts]).toEqual([null, [null, null]])
    // West alone would be what is left over, so another group is hidden with it.
    expect(by?.groups.filter(({ voters }) => voters === null)).toHaveLength(2)
    expect(by?.groups.some(({ counts }) => counts.some((count) => count !== null))).toBe(true)
  })

  it('[VOTES-35] says nothing of groups under 5 voters, nor where a group is of one mind', () => {
    expect(breakdowns([...times(2, voter([0], { sector: 'A' })), ...times(2, voter([1], { sector: 'B' }))], 2, true)).toEqual([])
    const ofOneMind = [...times(6, voter([0], { sector: 'A' })), ...times(6, voter([1], { sector: 'B' }))]
    expect(breakdowns(ofOneMind, 2, true)).toEqual([])
  })

  it('[VOTES-35] names groups of people who did not vote like those of the few who did', () => {
    const mixed = (sector: string) => [...times(7, voter([0], { sector })), ...times(7, voter([1], { sector }))]
    const voters = [...mixed('North'), ...mixed('South')]
    const people = [...voters, voter([], { sector: 'Absent' }), voter([], { sector: 'Away' })]
    const [by] = resultOf(terms(2, true), ballots(voters), people.length, people).breakdowns ?? []
    for (const name of ['Absent', 'Away']) expect(by?.groups.find((group) => group.name === name)?.voters ?? null).toBeNull()
  })
})

const trait = (letters: string, share: number) => fc.option(fc.constantFrom(...letters), { nil: undefined, freq: share })

const where = fc.record({ sector: trait('ABC', 9), level: trait('XY', 3), organisation: trait('KLMNOPQ', 4) })
const anyOf = (options: number, least = 0) => fc.subarray([...Array(options).keys()], { minLength: least })

/** Two or three kinds of people, each of some, so few that every way of giving them the ballots can be tried. */
function fewKinds(options: number) {
  const kind = (most: number) => fc.tuple(where, fc.array(anyOf(options, 1), { minLength: most - 1, maxLength: most }))
  return fc
    .oneof(fc.tuple(kind(7), kind(7)), fc.tuple(kind(5), kind(3), kind(3)))
    .map((kinds) => kinds.flatMap(([traits, ballots]) => ballots.map((backs) => voter(backs, traits))))
}

function crowd(most: number, types: number, options: number) {
  return fc
    .record({ kinds: fc.array(where, { minLength: 2, maxLength: types }), size: fc.integer({ min: 8, max: most }) })
    .chain(({ kinds, size }) =>
      fc.array(
        fc.record({ kind: fc.constantFrom(...kinds), backs: anyOf(options) }).map(({ kind, backs }) => voter(backs, kind)),
        { minLength: size, maxLength: size },
      ),
    )
}

/** Whether a cell, as `sector A option 1`, is in a published breakdown without being said. */
function isHidden(said: readonly Breakdown[], cell: string): boolean {
  return said.some(({ by, groups }) =>
    groups.some(({ name, counts }) => counts.some((count, option) => count === null && cell === `${by} ${name} option ${option}`)),
  )
}

/** Whether it says something of people: to back an option, to leave out what half back, or anything that groups are said of. */
function isTelling(voters: readonly Voter[], said: readonly Breakdown[], choice: string): boolean {
  const option = Number(choice.split(' ').at(-1))
  const total = voters.filter(({ backs }) => backs.includes(option)).length
  const isSaid = said.some(({ groups }) => groups.some(({ counts }) => counts[option] !== null))
  return choice.includes('backs') || total * 2 >= voters.length || isSaid
}

/** Two groups of eight whose people think differently among themselves. */
const evenly = ['A', 'B'].flatMap((sector) => [...times(4, voter([0], { sector })), ...times(4, voter([1], { sector }))])

/** No organisation stands behind option 0, so K backs 1 alone: a count of level Y would tell that of its others all three back 0. */
const behindOneHouse = [
  ...times(2, voter([1])),
  ...times(3, voter([0, 1])),
  ...times(2, voter([1], { level: 'Y', organisation: 'K' })),
  ...times(3, voter([0, 1], { level: 'Y' })),
]

describe('what a secret round hides', () => {
  it('[VOTES-35] stays open when every way of giving the published ballots to the people is tried', () => {
    let cellsShown = 0
    fc.assert(
      fc.property(fewKinds(2), (voters) => {
        const counted = voters.filter(({ backs }) => backs.length > 0)
        if (counted.length < 5) return
        const said = breakdowns(voters, 2, true)
        cellsShown += said.flatMap(({ groups }) => groups.flatMap(({ counts }) => counts.filter((count) => count !== null))).length
        const before = otherWays(counted, [], 2)
        const after = otherWays(counted, said, 2)
        const learned = after.determinedCells.filter((cell) => !before.determinedCells.includes(cell))
        expect(learned.filter((cell) => isHidden(said, cell))).toEqual([])
        const told = after.determinedChoices.filter((choice) => !before.determinedChoices.includes(choice))
        expect(told.filter((choice) => isTelling(counted, said, choice))).toEqual([])
      }),
      { numRuns: 80, examples: [[evenly], [behindOneHouse]] },
    )
    expect(cellsShown).toBeGreaterThan(3)
  })

  it('[VOTES-35] cannot be worked out by adding and subtracting anything that is said, across all breakdowns', () => {
    let hiddenCells = 0
    fc.assert(
      fc.property(crowd(90, 9, 3), (voters) => {
        const counted = voters.filter(({ backs }) => backs.length > 0)
        const said = breakdowns(voters, 3, true)
        for (const { groups } of said) {
          for (const { voters: size, counts } of groups) {
            expect(size === null || size >= 3).toBe(true)
            if (size === null) expect(counts.every((count) => count === null || count === 0 || count === counted.length)).toBe(true)
            for (const count of counts) expect([1, 2]).not.toContain(count)
          }
        }
        for (const by of said) {
          for (const [group, { counts }] of by.groups.entries()) {
            for (const [column, count] of counts.entries()) {
              if (count !== null) continue
              hiddenCells += 1
              expect(isDetermined(counted, said, by, group, column)).toBe(false)
            }
          }
        }
      }),
      { numRuns: 150 },
    )
    expect(hiddenCells).toBeGreaterThan(100)
  })

  it('[VOTES-35] is the same whatever order ballots come in', () => {
    fc.assert(
      fc.property(crowd(40, 5, 3), (voters) => {
        const cast = ballots(voters)
        const result = (given: readonly ClosingBallot[]) => resultOf(terms(3, true), given, voters.length).breakdowns
        expect(result([...cast].reverse())).toEqual(result(cast))
      }),
      { numRuns: 30 },
    )
  })
})
