import { describe, expect, it } from 'vitest'
import { changesFrom, draftOf, faultsOf, fieldsOf, type PartnerDraft } from '../../../../client/tools/partners/partner-draft'
import type { Partner } from '../../../../shared/tools/partners/schema'

const college: Partner = {
  id: 'partner_college',
  name: 'Valley College',
  level: 'local',
  hoursPerMonth: 12.5,
  seats: ['local-community-college'],
  people: ['Denise Carter, Dean'],
  goals: 'Graduates who find work',
  backing: 'champion',
  pledgedMoney: '20 000 a year',
  order: 'a0',
  authorId: 'p_rosa',
}
const typed = (texts: Partial<PartnerDraft['texts']>, from: Partner = college): PartnerDraft => {
  const draft = draftOf(from)
  return { ...draft, texts: { ...draft.texts, ...texts } }
}

describe('the form of a partner', () => {
  it('[PARTNERS-20] gives back what it was made of, and only what was changed', () => {
    const before = fieldsOf(draftOf(college))
    expect(before).toMatchObject({ name: 'Valley College', hoursPerMonth: 12.5, people: ['Denise Carter, Dean'], backing: 'champion' })
    expect(changesFrom(before, fieldsOf(typed({})))).toEqual({})
    expect(changesFrom(before, fieldsOf(typed({ populations: 'Veterans\n Adults; Veterans\n\n', goals: '  ' })))).toEqual({
      populations: ['Veterans', 'Adults'],
      goals: undefined,
    })
  })

  it('[PARTNERS-21] keeps each kind of pledge apart', () => {
    expect(fieldsOf(typed({ pledgedAction: 'Opens doors', pledgedLegislation: 'Bill 12' }))).toMatchObject({
      backing: 'champion',
      pledgedAction: 'Opens doors',
      pledgedMoney: '20 000 a year',
      pledgedLegislation: 'Bill 12',
    })
  })

  it('[PARTNERS-22] says what is wrong beside the field', () => {
    expect(faultsOf(typed({}), [])).toEqual({})
    expect(faultsOf(typed({ name: ' — ' }), [])).toEqual({ name: 'Type the name of the organisation.' })
    expect(faultsOf(typed({ name: 'the valley college' }), [college]).name).toBe('Valley College is on the list already.')
    for (const hours of ['745', '-1', 'many']) expect(faultsOf(typed({ hours }), []).hours).toBe('Type a number from 0 to 744.')
    expect(faultsOf(typed({ hours: '2,5' }), [])).toEqual({})
    const skills = Array.from({ length: 31 }, (_, index) => `Skill ${index}`).join('\n')
    expect(faultsOf(typed({ skills }), []).skills).toBe('At most 30 entries fit here.')
  })
})
