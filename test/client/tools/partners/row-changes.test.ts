import { describe, expect, it } from 'vitest'
import { draftOf, fieldsOf } from '../../../../client/tools/partners/partner-draft'
import { rowChanges } from '../../../../client/tools/partners/row/row-changes'
import { ownRowOf } from '../../../../shared/tools/partners/row'

describe('a partner’s own row', () => {
  it('[PARTNERS-33] sends only what was changed, and names what was emptied', () => {
    const draft = draftOf({ name: 'Valley College', contact: 'Dean', goals: 'Work', skills: ['Data'] })
    const before = ownRowOf(fieldsOf(draft))
    expect(rowChanges(before, ownRowOf(fieldsOf(draft)))).toEqual({ said: {}, takenAway: [], seen: {} })
    const after = { ...draft, texts: { ...draft.texts, contact: '', hours: '4', skills: 'Data\nFacilitation', name: 'Another' } }
    expect(rowChanges(before, ownRowOf(fieldsOf(after)))).toEqual({
      said: { hoursPerMonth: 4, skills: ['Data', 'Facilitation'] },
      takenAway: ['contact'],
      seen: { skills: ['Data'] },
    })
  })
})
