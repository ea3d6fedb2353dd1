import { describe, expect, it } from 'vitest'
import { beforeAdopting } from '../../../../../shared/tools/drafts/adopting/before-adopting'
import { recordedLines } from '../../../../../shared/tools/drafts/adopting/kept-concerns'
import { Agreement } from '../../../../../shared/tools/drafts/schema'

function agreementOf(more: Partial<Agreement>): Agreement {
  const levels = [{ answer: 'resonates', people: 3 }]
  return Agreement.parse({
    roundId: 'round_1',
    method: 'resonance',
    eligible: 3,
    answered: 3,
    passed: true,
    levels,
    reservations: [],
    ...more,
  })
}

describe('concerns beside a wording that is adopted', () => {
  it('[VOTES-117] are named before adopting: how many are open or wait for their author, and whose', () => {
    const concerns: Agreement['concerns'] = [
      { by: 'Grace Lindqvist', answer: 'not yet', words: 'A path is not enough.', state: 'open' },
      { answer: 'veto', state: 'refused' },
      { by: 'Ben Whitehorse', answer: 'not yet', state: 'answered' },
      { by: 'Carla Ruiz', answer: 'not yet', state: 'met' },
    ]
    expect(beforeAdopting(agreementOf({ concerns })).sentences.at(-1)).toBe(
      '2 concerns are open: Grace Lindqvist and 1 from a secret check. 1 answered by a change, not confirmed by Ben Whitehorse.',
    )
    expect(beforeAdopting(agreementOf({ concerns: concerns.slice(0, 1) })).sentences.at(-1)).toBe('1 concern is open: Grace Lindqvist.')
    expect(beforeAdopting(agreementOf({ concerns: concerns.slice(3) })).sentences).toEqual(['3 of 3 answered on this text.'])
  })

  it('[VOTES-118] are kept with it: a reservation with how it stands as a concern, then those of earlier checks', () => {
    const agreement = agreementOf({
      reservations: [
        { name: 'Ana', answer: 'live-with', reason: 'A comma.' },
        { name: 'Grace Lindqvist', answer: 'not-yet', reason: 'A path is not enough.' },
      ],
      concerns: [
        { by: 'Grace Lindqvist', answer: 'not yet', words: 'A path is not enough.', state: 'open' },
        { by: 'Ben Whitehorse', answer: '2 of 5', state: 'dissent' },
        { by: 'Carla Ruiz', answer: 'objection', words: 'Why now?', state: 'refused' },
        { answer: 'veto', words: 'Never', state: 'answered' },
      ],
    })
    expect(recordedLines(agreement)).toEqual([
      { kind: 'Reservation', words: 'Grace Lindqvist, not yet: “A path is not enough.” Open: nobody answered it.' },
      { kind: 'Reservation', words: 'Ana, can live with it: “A comma.”' },
      {
        kind: 'Concern',
        words: 'Ben Whitehorse, 2 of 5, without a reason. Recorded as dissent: its author still disagrees, and the group may go on.',
      },
      {
        kind: 'Concern',
        words: 'Carla Ruiz, objection: “Why now?” Open: the change that was linked does not answer it, its author said.',
      },
      { kind: 'Concern', words: 'Veto: “Never”. Answered by a change, which its author had not confirmed.' },
    ])
    expect(recordedLines(agreement, false).every(({ words }) => !/Grace|Ana|Ben|Carla/.test(words))).toBe(true)
  })
})
