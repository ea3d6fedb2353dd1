import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { type CountedBallot, firstPlace, tally } from '../../../../shared/tools/votes/tally'

const options: RoundOption[] = ['a', 'b', 'c', 'd', 'e'].map((letter) => ({ id: `opt_${letter}`, label: letter.toUpperCase() }))

/** Ballots as `a2 b1`, each with an organisation. */
function ballots(...texts: readonly (readonly [string, string?])[]): CountedBallot[] {
  return texts.map(([text, organisation]) => ({
    organisation,
    allocation: Object.fromEntries(
      text
        .split(' ')
        .filter(Boolean)
        .map((part) => [`opt_${part[0]}`, Number(part.slice(1))]),
    ),
  }))
}

function summary(method: Parameters<typeof tally>[0], cast: CountedBallot[]): string[] {
  return tally(method, options, cast).options.map(({ id, dots, rank, tied }) => `${rank}${tied ? '=' : ''} ${id.slice(4)} ${dots}`)
}

const anyBallots = fc.array(
  fc.record({
    organisation: fc.option(fc.constantFrom('North', 'South ', 'SOUTH', 'east'), { nil: undefined }),
    allocation: fc.dictionary(fc.constantFrom(...options.map(({ id }) => id)), fc.integer({ min: 1, max: 5 })),
  }),
  { maxLength: 30 },
)

/** The same options, ranked from 1 without gaps. */
function asRanking({ organisation, allocation }: CountedBallot): CountedBallot {
  return { organisation, allocation: Object.fromEntries(Object.keys(allocation).map((id, index) => [id, index + 1])) }
}

describe('the tally', () => {
  it('[VOTES-20] gives equal options one rank, says tie, and goes on counting after them', () => {
    expect(summary('dots', ballots(['a2 b1'], ['b1 c2'], ['a1 d1']))).toEqual(['1 a 3', '2= b 2', '2= c 2', '4 d 1', '5 e 0'])
  })

  it('[VOTES-20] decides nothing by the order of options or ballots', () => {
    fc.assert(
      fc.property(anyBallots, fc.constantFrom('dots', 'approval', 'score', 'budget', 'rank', 'matrix' as const), (drawn, method) => {
        const cast = method === 'rank' ? drawn.map(asRanking) : drawn
        const forward = tally(method, options, cast).options
        const backward = tally(method, [...options].reverse(), [...cast].reverse()).options
        const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
        expect([...forward].sort(byId)).toEqual([...backward].sort(byId))
      }),
    )
  })

  it('[VOTES-20] marks exactly the options that share a rank as tied', () => {
    fc.assert(
      fc.property(anyBallots, (cast) => {
        const results = tally('dots', options, cast).options
        for (const own of results) {
          expect(own.tied).toBe(results.filter(({ dots }) => dots === own.dots).length > 1)
          expect(own.rank).toBe(1 + results.filter(({ dots }) => dots > own.dots).length)
        }
      }),
    )
  })

  it('[VOTES-21] counts dots, people and organisations, and knows one organisation by any spelling', () => {
    const cast = ballots(['a2', 'Copper College'], ['a1 b1', ' copper  college '], ['a1', 'County'], ['b3'])
    expect(tally('dots', options, cast).options.slice(0, 2)).toMatchObject([
      { id: 'opt_a', dots: 4, people: 3, organisations: 2 },
      { id: 'opt_b', dots: 4, people: 2, organisations: 1 },
    ])
    expect(tally('dots', options, cast).organisations).toBe(2)
  })

  it('[VOTES-21] counts every dot once', () => {
    fc.assert(
      fc.property(anyBallots, (cast) => {
        const counted = tally('dots', options, cast).options.reduce((sum, { dots }) => sum + dots, 0)
        const placed = cast.flatMap(({ allocation }) => Object.values(allocation)).reduce((sum, dots) => sum + dots, 0)
        expect(counted).toBe(placed)
      }),
    )
  })

  it('[VOTES-22] adds scores and gives their mean', () => {
    const [first] = tally('score', options, ballots(['a5 b3'], ['a4'])).options
    expect(first).toMatchObject({ id: 'opt_a', dots: 9, mean: 4.5 })
  })

  it('[VOTES-22] weighs impact against effort and puts unrated options last', () => {
    const results = tally('matrix', options, ballots(['a91 b99'], ['a82 b19'])).options
    expect(results.map(({ id, rank, tied }) => [id, rank, tied])).toEqual([
      ['opt_a', 1, false],
      ['opt_b', 2, false],
      ['opt_c', 3, true],
      ['opt_d', 3, true],
      ['opt_e', 3, true],
    ])
    expect(results[0]).toMatchObject({ mean: 8.5, meanEffort: 1.5 })
  })

  it('[VOTES-22] moves ranked ballots on until one option has more than half', () => {
    const cast = [...ballots(['a1 b2'], ['a1 b2'], ['a1 b2'], ['a1'], ['b1'], ['b1'], ['b1'], ['c1 b2'], ['c1 b2'])]
    const { options: results, counts } = tally('rank', options, cast)
    expect(results.map(({ id, rank }) => [id, rank]).slice(0, 3)).toEqual([
      ['opt_b', 1],
      ['opt_a', 2],
      ['opt_c', 3],
    ])
    expect(counts?.at(-1)).toEqual({ votes: { opt_a: 4, opt_b: 5 }, exhausted: 0 })
  })

  it('[VOTES-22] sets exhausted ballots aside and reports them', () => {
    const { counts } = tally('rank', options, ballots(['a1'], ['a1'], ['b1'], ['b1'], ['c1']))
    expect(counts?.at(-1)).toEqual({ votes: { opt_a: 2, opt_b: 2 }, exhausted: 1 })
  })

  it('[VOTES-20] leaves a run-off tie standing', () => {
    expect(summary('rank', ballots(['a1'], ['b1']))).toEqual(['1= a 1', '1= b 1', '3= c 0', '3= d 0', '3= e 0'])
  })

  it('[VOTES-20] has nobody in first place when nobody placed anything', () => {
    expect(firstPlace(tally('dots', options, []).options)).toEqual([])
  })
})
