import { describe, expect, it } from 'vitest'
import { agreementVerdict, answerProblem, countAnswers, defaultRule, isReservation } from '../../../../shared/tools/votes/agreement'
import type { Answer } from '../../../../shared/tools/votes/methods'

function verdict(method: Parameters<typeof countAnswers>[0], eligible: number, answers: readonly Answer[]) {
  return agreementVerdict(method, defaultRule(method), eligible, answers)
}

describe('an agreement', () => {
  it('[VOTES-23] resonates when half have answered and nobody said not yet', () => {
    expect(verdict('resonance', 4, ['resonates', 'live-with'])).toEqual({
      passed: true,
      quorumMet: true,
      words: '2 of 4 people answered; at least 2 must. Nobody said “Not yet”.',
    })
    expect(verdict('resonance', 5, ['resonates', 'live-with'])).toMatchObject({ passed: false, quorumMet: false })
    expect(verdict('resonance', 4, ['resonates', 'resonates', 'resonates', 'not-yet'])).toMatchObject({ passed: false, quorumMet: true })
  })

  it('[VOTES-23] never passes when nobody answered', () => {
    expect(agreementVerdict('resonance', { quorum: 0 }, 0, [])).toMatchObject({ passed: false, quorumMet: false })
  })

  it('[VOTES-23] asks gradients for four fifths on levels 1 to 3 and no veto', () => {
    expect(verdict('gradients', 5, [1, 2, 3, 3, 6]).passed).toBe(true)
    expect(verdict('gradients', 5, [1, 2, 3, 6, 6]).passed).toBe(false)
    expect(verdict('gradients', 5, [1, 1, 1, 1, 8]).passed).toBe(false)
  })

  it('[VOTES-23] asks every hand for three fingers, and consent for no objection', () => {
    expect(verdict('fist', 3, [3, 4, 5]).passed).toBe(true)
    expect(verdict('fist', 3, [2, 5, 5]).passed).toBe(false)
    expect(verdict('consent', 3, ['consent', 'consent']).passed).toBe(true)
    expect(verdict('consent', 3, ['consent', 'consent', 'objection']).passed).toBe(false)
  })

  it('[VOTES-5] takes only answers of its own scale', () => {
    expect(answerProblem('gradients', 8)).toBeUndefined()
    expect(answerProblem('gradients', 0)?.code).toBe('vote/bad-answer')
    expect(answerProblem('fist', 0)).toBeUndefined()
    expect(answerProblem('fist', 6)?.code).toBe('vote/bad-answer')
    expect(answerProblem('resonance', 'maybe')?.code).toBe('vote/bad-answer')
    expect(answerProblem('consent', 'not-yet')?.code).toBe('vote/bad-answer')
  })

  it('[VOTES-21] counts people and organisations on every level of its scale', () => {
    const counted = countAnswers('resonance', [
      { answer: 'resonates', organisation: 'County' },
      { answer: 'resonates', organisation: 'county' },
      { answer: 'not-yet' },
    ])
    expect(counted).toEqual([
      { answer: 'resonates', people: 2, organisations: 1 },
      { answer: 'live-with', people: 0, organisations: 0 },
      { answer: 'not-yet', people: 1, organisations: 0 },
    ])
  })

  it('[VOTES-26] keeps answers below the threshold as reservations', () => {
    expect(isReservation('resonance', defaultRule('resonance'), 'not-yet')).toBe(true)
    expect(isReservation('resonance', defaultRule('resonance'), 'live-with')).toBe(false)
    expect(isReservation('gradients', defaultRule('gradients'), 4)).toBe(true)
    expect(isReservation('fist', defaultRule('fist'), 2)).toBe(true)
  })
})
