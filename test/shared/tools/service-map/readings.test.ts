import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  endingSoon,
  fragileServices,
  fragileWords,
  placesOf,
  placesWords,
  unusedPlaces,
} from '../../../../shared/tools/service-map/capacity'
import { allKinds } from '../../../../shared/tools/service-map/catalogue'
import { holesOf, missingKinds } from '../../../../shared/tools/service-map/holes'
import { overlapsOf } from '../../../../shared/tools/service-map/overlaps'
import { proposeKind } from '../../../../shared/tools/service-map/propose-kind'
import { addStage, editStage, removeStage } from '../../../../shared/tools/service-map/stage-commands'
import { adult, basin, basinText, board, college, everybody, human, imported, mapIn, offer, party, rosa } from './support'

const words = (all: readonly { readonly words: string }[]) => all.map((each) => each.words)

/** A service at every stage, for anybody. */
function fullMap(): Y.Doc {
  const doc = new Y.Doc()
  for (const { id, label } of mapIn(doc).stages) offer(doc, board, `Help at ${label}`, { stageId: id })
  return doc
}

describe('holes', () => {
  it('[SERVICES-4] names a stage without any service', () => {
    const doc = fullMap()
    expect(holesOf(mapIn(doc))).toEqual([])
    const late = addStage(doc, rosa, 'Lead others')
    expect(words(holesOf(mapIn(doc)))).toEqual(['Nobody offers anything at “Lead others” yet.'])
    if (late) removeStage(doc, rosa, late, 5)
    expect(holesOf(mapIn(doc))).toEqual([])
    expect(words(holesOf(mapIn(new Y.Doc()))).slice(4)).toEqual([
      'Nobody offers anything at “Get hired” yet.',
      'Nobody offers anything at “Move up” yet.',
    ])
  })

  it('[SERVICES-5] names the stages at which nothing is for a population', () => {
    const doc = new Y.Doc()
    offer(doc, board, 'Job fairs', { stageId: 'stage_hear', populations: ['universal'] })
    offer(doc, college, 'Certificates', { populations: ['veterans'] })
    offer(doc, adult, 'English', { stageId: 'stage_stay', populations: ['english-learners'] })
    offer(doc, human, 'Job club', { stageId: 'stage_hired' })
    const holes = holesOf(mapIn(doc)).filter(({ kind }) => kind === 'population')
    expect(words(holes)).toEqual(['Nothing is for veterans at “Stay enrolled” yet.', 'Nothing is for English learners at “Learn” yet.'])
    expect(holes[0]).toMatchObject({
      key: 'for-veterans',
      stageIds: ['stage_stay'],
      question: 'Who could serve veterans at “Stay enrolled”?',
    })
  })

  it('[SERVICES-5] takes populations from the partners too, whatever their case', () => {
    const doc = new Y.Doc()
    offer(doc, college, 'Certificates', { populations: ['veterans'] })
    const parties = [...everybody, party('Veterans Office', { populations: ['VETERANS', 'Farm workers'] })]
    const holes = holesOf(mapIn(doc, parties)).filter(({ kind }) => kind === 'population')
    expect(words(holes)).toEqual(['Nothing is for farm workers at “Learn” yet.'])
  })

  it('[SERVICES-6] names kinds of service and support without a partner, apart', () => {
    const doc = new Y.Doc()
    offer(doc, college, 'Something')
    expect(missingKinds(mapIn(doc))).toEqual([])
    offer(doc, human, 'Vouchers', { kind: 'child-care' })
    const missing = missingKinds(mapIn(doc))
    expect(missing).toHaveLength(allKinds.length - 1)
    expect(missing.filter(({ kind }) => kind === 'support')).toHaveLength(9)
    expect(words(missing)).toContain('Nobody offers transportation yet.')
    expect(words(missing)).not.toContain('Nobody offers child care yet.')
  })
})

describe('overlaps', () => {
  const intake = { kind: 'intake', stageId: 'stage_intake' } as const

  it('[SERVICES-7] two are asked whether they know of each other, three could be one door', () => {
    const doc = new Y.Doc()
    offer(doc, board, 'WIOA intake', intake)
    expect(overlapsOf(mapIn(doc))).toEqual([])
    offer(doc, human, 'TANF intake', intake)
    expect(words(overlapsOf(mapIn(doc)))).toEqual([
      '2 partners offer intake and eligibility: Workforce Board and Human Services. Do they know of each other?',
    ])
    const third = offer(doc, college, 'Admission', intake)
    expect(overlapsOf(mapIn(doc))).toMatchObject([
      { isCrowded: true, stageId: 'stage_intake', short: '3 offer intake and eligibility. Could it be one door?' },
    ])
    expect(overlapsOf(mapIn(doc))[0]?.serviceIds).toContain(third)
  })

  it('[SERVICES-7] other people, other places, other stages and the same partner twice are no overlap', () => {
    const doc = new Y.Doc()
    offer(doc, board, 'Gas cards', { kind: 'transport', area: 'Heron’s Bend', populations: ['tribal'] })
    offer(doc, human, 'Bus passes', { kind: 'transport', area: 'Copper City', populations: ['universal'] })
    offer(doc, college, 'Shuttle', { kind: 'transport', area: 'copper city', populations: ['veterans'], stageId: 'stage_stay' })
    offer(doc, board, 'More gas cards', { kind: 'transport', area: 'Heron’s Bend' })
    expect(overlapsOf(mapIn(doc))).toEqual([])
    offer(doc, adult, 'Rides', { kind: 'transport', area: 'Copper city ', populations: ['veterans'] })
    expect(words(overlapsOf(mapIn(doc)))).toEqual([
      '2 partners offer transportation to veterans: Human Services and Adult Education. Do they know of each other?',
    ])
  })

  it('[SERVICES-7] services without a kind are the same by their name', () => {
    const doc = new Y.Doc()
    offer(doc, board, 'Tutoring')
    offer(doc, college, 'tutoring ')
    offer(doc, adult, 'Mentors')
    expect(words(overlapsOf(mapIn(doc)))).toEqual([
      '2 partners offer Tutoring: Workforce Board and Valley College. Do they know of each other?',
    ])
  })
})

describe('a proposed kind', () => {
  it.each([
    ['WIOA intake', 'intake'],
    ['Placement test', 'assessment'],
    ['GED, English', 'high-school-equivalency'],
    ['Childcare vouchers', 'child-care'],
    ['Gas cards', 'transport'],
    ['Job fairs', 'recruitment'],
    ['Something else', undefined],
  ])('[SERVICES-8] of %s is %s', (label, kind) => {
    expect(proposeKind(label)).toBe(kind)
    if (kind) expect(allKinds.map(({ id }) => id)).toContain(kind)
  })
})

describe('need, capacity and money', () => {
  it('[SERVICES-9] sets places against the need', () => {
    const doc = new Y.Doc()
    const learn = () => placesOf(mapIn(doc)).find(({ stage }) => stage.id === 'stage_learn')
    const said = () => {
      const places = learn()
      return places && placesWords(places)
    }
    expect(said()).toBeUndefined()
    editStage(doc, rosa, 'stage_learn', { needPerYear: 120 })
    expect(said()).toBe('120 people a year need it, and there is no place.')
    offer(doc, college, 'Certificates')
    expect(said()).toBe('120 people a year need it. 1 service has not said how many.')
    offer(doc, adult, 'GED', { capacityPerYear: 80, servedLastYear: 60 })
    expect(said()).toBe('120 people a year need it and there are 80 places: 40 short. 1 service has not said how many.')
    editStage(doc, rosa, 'stage_learn', { needPerYear: 80 })
    expect(said()).toBe('80 people a year need it and there are 80 places: enough. 1 service has not said how many.')
    editStage(doc, rosa, 'stage_learn', { needPerYear: undefined })
    expect(said()).toBe('80 places a year. 1 service has not said how many.')
    expect(unusedPlaces(mapIn(doc))).toMatchObject([{ service: { label: 'GED' }, places: 20 }])
  })

  it('[SERVICES-9] names money of one source that ends, the first to end first', () => {
    const doc = new Y.Doc()
    offer(doc, college, 'Certificates', { funding: ['pell'], fundingEndsOn: '2028-01-01' })
    offer(doc, adult, 'GED', { funding: ['aefla'], fundingEndsOn: '2027-06-30' })
    offer(doc, human, 'Vouchers', { funding: ['tanf-funds', 'foundation'], fundingEndsOn: '2027-01-01' })
    const fragile = fragileServices(mapIn(doc))
    expect(fragile.map((service) => fragileWords(service, 'Adult Education'))[0]).toBe(
      'GED (Adult Education) is paid by WIOA Title II Adult Education alone, until 30 June 2027.',
    )
    expect(fragile.map(({ label }) => label)).toEqual(['GED', 'Certificates'])
    expect(endingSoon(mapIn(doc), '2026-11-24').map(({ label }) => label)).toEqual(['GED'])
  })
})

describe('the copper basin', () => {
  it('[SERVICES-7] has one hole on the way, one crowd at the door, and support that nobody offers', () => {
    const map = mapIn(imported(basinText(), new Y.Doc(), basin), basin)
    expect(map.services).toHaveLength(23)
    expect(words(holesOf(map).filter(({ kind }) => kind === 'stage'))).toEqual(['Nobody offers anything at “Move up” yet.'])
    const crowds = overlapsOf(map).filter(({ isCrowded, stageId }) => isCrowded && stageId === 'stage_intake')
    expect(crowds.map(({ short }) => short)).toEqual(['5 offer intake and eligibility. Could it be one door?'])
    expect(words(missingKinds(map))).toContain('Nobody offers housing yet.')
  })
})
