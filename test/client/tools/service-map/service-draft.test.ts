import { describe, expect, it } from 'vitest'
import { changesFrom, draftOf, faultsOf, fieldsOf, withProposals } from '../../../../client/tools/service-map/service-draft'
import type { Service, ServiceFields } from '../../../../shared/tools/service-map/schema'

const tutoring: ServiceFields = {
  stageId: 'stage_learn',
  partnerId: 'partner_college',
  label: 'Tutoring',
  kind: 'basic-skills',
  populations: ['veterans', 'Farm workers'],
  funding: ['pell'],
  fundingEndsOn: '2027-06-30',
  capacityPerYear: 20,
  waitWeeks: 1.5,
  confidence: 'believed',
}

describe('the form of a service', () => {
  it('[SERVICES-10] shows and stores the same', () => {
    const draft = draftOf(tutoring)
    expect(draft).toMatchObject({ populations: 'veterans', populationsOwn: 'Farm workers', capacityPerYear: '20' })
    expect(changesFrom(tutoring, fieldsOf(draft))).toEqual({})
    expect(fieldsOf({ ...draft, populationsOwn: 'farm workers\nTANF recipients' }).populations).toEqual([
      'veterans',
      'farm workers',
      'tanf',
    ])
  })

  it('[SERVICES-10] keeps what another person changed meanwhile', () => {
    const before = draftOf(tutoring)
    expect(changesFrom(fieldsOf(before), fieldsOf({ ...before, area: ' Copper City ', capacityPerYear: '' }))).toEqual({
      area: 'Copper City',
      capacityPerYear: undefined,
    })
  })

  it('[SERVICES-10] says what cannot be stored', () => {
    const other = { ...tutoring, id: 'service_a', order: 'a0' } as Service
    expect(faultsOf(draftOf({}), [])).toMatchObject({ label: /Type what/, stageId: /Choose a stage/, partnerId: /Choose who/ })
    expect(faultsOf(draftOf({ ...tutoring, label: ' TUTORING' }), [other])).toEqual({
      label: 'This partner has a service of this name at this stage.',
    })
    expect(faultsOf({ ...draftOf(tutoring), capacityPerYear: '1.5', waitWeeks: 'long' }, [])).toEqual({
      capacityPerYear: 'Type a whole number of people.',
      waitWeeks: 'Type a number of weeks, 0 to 520.',
    })
    expect(faultsOf(draftOf(tutoring), [])).toEqual({})
  })

  it('[SERVICES-8] proposes a kind and its usual stage until somebody chooses', () => {
    const draft = draftOf({ label: 'WIOA intake' })
    const stages = ['stage_learn', 'stage_intake']
    expect(withProposals(draft, false, stages)).toMatchObject({ kind: 'intake', stageId: 'stage_intake' })
    expect(withProposals(draft, true, stages)).toMatchObject({ kind: '', stageId: '' })
    expect(withProposals(draft, false, ['stage_learn'])).toMatchObject({ kind: 'intake', stageId: '' })
    expect(withProposals({ ...draft, stageId: 'stage_learn' }, false, stages).stageId).toBe('stage_learn')
  })
})
