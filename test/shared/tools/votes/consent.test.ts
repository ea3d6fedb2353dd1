import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import {
  type ConsentRound,
  firstConsentState,
  nextConsentSteps,
  placeOf,
  takesAnswers,
  textAsked,
} from '../../../../shared/tools/votes/consent'
import { type ConsentStep, consentSteps, type RoundResult } from '../../../../shared/tools/votes/schema'

/** What may happen to a round: a facilitator asks for a step, or it ends. */
type Event = { readonly ask: ConsentStep } | { readonly end: 'closed' | 'cancelled'; readonly objections: number }

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ ask: fc.constantFrom(...consentSteps) }) },
  { weight: 1, arbitrary: fc.record({ end: fc.constantFrom('closed' as const, 'cancelled' as const), objections: fc.nat(2) }) },
)

function resultWith(objections: number): RoundResult {
  return { voters: 3, levels: [{ answer: 'objection', people: objections }] }
}

/** As the server does it: a step that may not follow changes nothing. */
function after(round: ConsentRound, happened: Event): ConsentRound {
  if ('end' in happened) return round.state === 'open' ? { ...round, state: happened.end, result: resultWith(happened.objections) } : round
  if (!round.consent || !nextConsentSteps(round).includes(happened.ask)) return round
  return { ...round, consent: { ...round.consent, step: happened.ask } }
}

const begun: ConsentRound = { state: 'open', consent: firstConsentState(undefined, 0), result: undefined }

describe('the steps of deciding by consent', () => {
  test.prop([fc.array(event, { maxLength: 40 })])(
    '[VOTES-70] are never left out but for amending, never run backwards by more than one, and end with the round',
    (events) => {
      let round = begun
      const seen: ConsentStep[] = ['present']
      for (const happened of events) {
        const before = round
        round = after(round, happened)
        const [from, to] = [before.consent?.step ?? 'present', round.consent?.step ?? 'present']
        if (from === to) continue
        const stride = placeOf(to) - placeOf(from)
        expect(stride === 1 || stride === -1 || (from === 'react' && to === 'round')).toBe(true)
        expect(from === 'round' && to !== 'integrate').toBe(false)
        if (to === 'integrate') expect(before).toMatchObject({ state: 'closed', consent: { step: 'round' } })
        else expect(before.state).toBe('open')
        seen.push(to)
      }
      if (seen.includes('round')) expect(seen).toEqual(expect.arrayContaining(['clarify', 'react']))
      expect(takesAnswers(round)).toBe(round.consent?.step === 'round')
    },
  )

  it('[VOTES-70] lead on by one and back by one, over amending if nobody wishes to', () => {
    const at = (step: ConsentStep) => nextConsentSteps({ ...begun, consent: { step, stepAtMs: 0, pass: 1 } })
    expect(at('present')).toEqual(['clarify'])
    expect(at('clarify')).toEqual(['present', 'react'])
    expect(at('react')).toEqual(['clarify', 'amend', 'round'])
    expect(at('amend')).toEqual(['react', 'round'])
    expect(at('round')).toEqual([])
  })

  it('[VOTES-71] go on to integrating only from a closed round with an objection, one pass later', () => {
    const closed = (objections: number, step: ConsentStep = 'round') =>
      nextConsentSteps({ state: 'closed', consent: { step, stepAtMs: 0, pass: 1 }, result: resultWith(objections) })
    expect(closed(1)).toEqual(['integrate'])
    expect(closed(0)).toEqual([])
    expect(closed(1, 'react')).toEqual([])
    expect(closed(1, 'integrate')).toEqual([])
    expect(firstConsentState({ step: 'integrate', stepAtMs: 5, pass: 2 }, 9)).toEqual({ step: 'present', stepAtMs: 9, pass: 3 })
  })

  it('[VOTES-69] bind the answers to the text as it stood when the round began', () => {
    const subject = { draftId: 'draft_1', textHash: 'a'.repeat(64) } as const
    expect(textAsked({ subject })).toBe('a'.repeat(64))
    expect(textAsked({ subject, consent: { step: 'round', stepAtMs: 0, pass: 1, textHash: 'b'.repeat(64) } })).toBe('b'.repeat(64))
  })
})
