import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocationProblem, budgetOf, normalised, setupProblem, suggestedDots } from '../../../../shared/tools/votes/allocation'
import type { AllocationMethod } from '../../../../shared/tools/votes/methods'
import type { RoundOption } from '../../../../shared/tools/votes/schema'

const options: RoundOption[] = ['a', 'b', 'c', 'd'].map((letter) => ({ id: `opt_${letter}`, label: letter }))

function refusal(method: AllocationMethod, allocation: Record<string, number>, wished: { dots?: number; maxPerOption?: number } = {}) {
  return allocationProblem({ method, options, ...budgetOf(method, options.length, wished) }, allocation)?.code
}

describe('suggested dots', () => {
  const content = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../shared/content/decision-methods.json'), 'utf8')) as {
    methods: { id: string; examples?: { options: number; oneThird: number }[] }[]
  }

  it('[VOTES-1] agree with every example of the method’s own content', () => {
    const examples = content.methods.find(({ id }) => id === 'dots')?.examples ?? []
    expect(examples.length).toBeGreaterThan(5)
    for (const example of examples) expect(suggestedDots(example.options).dots, `${example.options} options`).toBe(example.oneThird)
  })

  it('[VOTES-1] say their arithmetic', () => {
    expect(suggestedDots(2).words).toBe('2 options ÷ 3 is under 1, so 1.')
    expect(suggestedDots(12).words).toBe('12 options ÷ 3 = 4.')
    expect(suggestedDots(14).words).toBe('14 options ÷ 3 = 4, rounded down.')
    expect(suggestedDots(60).words).toBe('60 options ÷ 3 = 20; 10 is the most that stays easy.')
  })
})

describe('a ballot’s limits', () => {
  it('[VOTES-5] refuse dots over the budget, over the cap and for unknown options', () => {
    const terms = { dots: 5, maxPerOption: 2 }
    expect(refusal('dots', { opt_a: 2, opt_b: 2, opt_c: 1 }, terms)).toBeUndefined()
    expect(refusal('dots', { opt_a: 2, opt_b: 2, opt_c: 2 }, terms)).toBe('vote/over-budget')
    expect(refusal('dots', { opt_a: 3 }, terms)).toBe('vote/over-cap')
    expect(refusal('dots', { opt_a: 6 }, terms)).toBe('vote/over-budget')
    expect(refusal('dots', { opt_z: 1 }, terms)).toBe('vote/unknown-option')
    expect(refusal('dots', { constructor: 1 }, terms)).toBe('vote/unknown-option')
    expect(refusal('dots', { opt_a: -1 }, terms)).toBe('vote/bad-value')
    expect(refusal('dots', { opt_a: 0.5 }, terms)).toBe('vote/bad-value')
  })

  it.each<[AllocationMethod, Record<string, number>, string | undefined]>([
    ['approval', { opt_a: 1, opt_b: 1, opt_c: 1, opt_d: 1 }, undefined],
    ['approval', { opt_a: 2 }, 'vote/over-cap'],
    ['majority', { opt_a: 1 }, undefined],
    ['majority', { opt_a: 1, opt_b: 1 }, 'vote/over-budget'],
    ['score', { opt_a: 5, opt_b: 1 }, undefined],
    ['score', { opt_a: 6 }, 'vote/over-cap'],
    ['rank', { opt_a: 1, opt_b: 2, opt_c: 3, opt_d: 4 }, undefined],
    ['rank', { opt_a: 1, opt_c: 2 }, undefined],
    ['rank', { opt_a: 1, opt_b: 1 }, 'vote/bad-value'],
    ['rank', { opt_a: 2 }, 'vote/bad-value'],
    ['rank', { opt_a: 5 }, 'vote/over-cap'],
    ['matrix', { opt_a: 99, opt_b: 11 }, undefined],
    ['matrix', { opt_a: 90 }, 'vote/bad-value'],
    ['matrix', { opt_a: 9 }, 'vote/bad-value'],
    ['matrix', { opt_a: 100 }, 'vote/over-cap'],
    ['budget', { opt_a: 60, opt_b: 40 }, undefined],
    ['budget', { opt_a: 60, opt_b: 41 }, 'vote/over-budget'],
  ])('[VOTES-5] hold for %s: %j is %s', (method, allocation, code) => {
    expect(refusal(method, allocation)).toBe(code)
  })

  it('[VOTES-5] let through exactly the dot ballots within budget and cap', () => {
    const budgets = fc.record({ dots: fc.integer({ min: 1, max: 9 }), maxPerOption: fc.integer({ min: 1, max: 9 }) })
    const anyAllocation = fc.dictionary(fc.constantFrom(...options.map(({ id }) => id)), fc.integer({ min: 0, max: 9 }))
    fc.assert(
      fc.property(budgets, anyAllocation, (terms, allocation) => {
        const values = Object.values(allocation)
        const within = values.reduce((sum, value) => sum + value, 0) <= terms.dots && values.every((value) => value <= terms.maxPerOption)
        expect(refusal('dots', allocation, terms) === undefined).toBe(within)
      }),
    )
  })

  it('[VOTES-5] make equal ballots equal, whatever zeros and order they came with', () => {
    expect(JSON.stringify(normalised(options, { opt_c: 1, opt_b: 0, opt_a: 2 }))).toBe('{"opt_a":2,"opt_c":1}')
  })

  it('[VOTES-2] keep a cap within the budget and the budget within its limits', () => {
    expect(setupProblem('dots', 3, 4)?.code).toBe('vote/bad-setup')
    expect(setupProblem('dots', 100, 3)?.code).toBe('vote/bad-setup')
    expect(setupProblem('dots', 99, 3)).toBeUndefined()
    expect(setupProblem('budget', 1_000_000, 1_000_000)).toBeUndefined()
  })
})
