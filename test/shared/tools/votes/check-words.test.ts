import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { defaultRule } from '../../../../shared/tools/votes/agreement'
import { levelsOf } from '../../../../shared/tools/votes/levels'
import { isConcern, reasonAsked, reasonProblem } from '../../../../shared/tools/votes/reasons'
import { ruleInWords } from '../../../../shared/tools/votes/rule-words'
import { isTold } from '../../../../shared/tools/votes/told-levels'

interface Scale {
  readonly id: string
  readonly levels?: readonly { readonly value: number; readonly label: string; readonly meaning: string }[]
  readonly answers?: readonly { readonly id: string; readonly label: string; readonly meaning: string }[]
}

const { methods } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../shared/content/decision-methods.json'), 'utf8').replaceAll("n't", 'n’t'),
) as { readonly methods: readonly Scale[] }

describe('the words of a check', () => {
  it.each(['gradients', 'fist', 'consent'] as const)('[VOTES-67] %s has the answers of the list of methods', (method) => {
    const { levels = [], answers = [] } = methods.find(({ id }) => id === method) ?? {}
    const listed = [
      ...levels.map(({ value, ...words }) => ({ answer: value, ...words })),
      ...answers.map(({ id, ...words }) => ({ answer: id, ...words })),
    ]
    const offered = levelsOf[method].filter(({ isUnoffered }) => !isUnoffered)
    const own = offered.map(({ answer, label, meaning }) => ({ answer, label, meaning }))
    const byAnswer = (a: { readonly answer: string | number }, b: { readonly answer: string | number }) => (a.answer < b.answer ? -1 : 1)
    expect([...own].sort(byAnswer)).toEqual(listed.map(({ answer, label, meaning }) => ({ answer, label, meaning })).sort(byAnswer))
  })

  it('[VOTES-67] say the rule on the ballot', () => {
    expect(ruleInWords('resonance', defaultRule('resonance'))).toBe(
      'Passes when at least half of those asked answer and nobody says “Not yet”.',
    )
    expect(ruleInWords('gradients', defaultRule('gradients'))).toBe(
      'Passes when at least half of those asked answer, at least 80% of the answers are “Support with reservations” or better and nobody says “Veto”.',
    )
    expect(ruleInWords('gradients', { quorum: 0, support: 1, supportAt: 1, blockedBy: [] })).toBe(
      'Passes when somebody answers and all of the answers are “Whole-hearted endorsement”.',
    )
    expect(ruleInWords('fist', defaultRule('fist'))).toBe(
      'Passes when at least half of those asked answer, all of the answers are “Three” or better and nobody says “Fist”.',
    )
    expect(ruleInWords('consent', { quorum: 1, blockedBy: ['objection'] })).toBe(
      'Passes when all of those asked answer and nobody says “Objection”.',
    )
  })

  it('[VOTES-68] ask for a reason from level 3 on, below three fingers, and need one for an objection', () => {
    expect([1, 2, 3, 4, 8].map((level) => reasonAsked('gradients', level) !== undefined)).toEqual([false, false, true, true, true])
    expect([5, 4, 3, 2, 0].map((fingers) => reasonAsked('fist', fingers) !== undefined)).toEqual([false, false, false, true, true])
    expect(reasonAsked('consent', 'objection')?.isRequired).toBe(true)
    expect(reasonAsked('consent', 'consent')).toBeUndefined()
    expect(reasonAsked('resonance', 'not-yet')?.isRequired).toBe(false)
    expect(reasonProblem('consent', 'objection')?.code).toBe('vote/reason-needed')
    expect(reasonProblem('consent', 'objection', 'It costs us the night class.')).toBeUndefined()
    expect(reasonProblem('gradients', 8)).toBeUndefined()
  })

  it('[VOTES-68] know which answers weigh on the wording', () => {
    expect([3, 4, 7].map((level) => isConcern('gradients', level))).toEqual([false, true, true])
    expect([isConcern('fist', 3), isConcern('fist', 2)]).toEqual([false, true])
    expect([isConcern('consent', 'consent'), isConcern('consent', 'objection')]).toEqual([false, true])
  })
})

describe('a count of answers', () => {
  it('[VOTES-167] leaves out what nobody is offered unless somebody gave it', () => {
    expect([isTold('consent', 'abstain', 0), isTold('consent', 'abstain', 1), isTold('consent', 'objection', 0)]).toEqual([
      false,
      true,
      true,
    ])
    expect(isTold('gradients', 4, 0)).toBe(true)
  })
})
