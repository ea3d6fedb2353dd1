import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { carried, efforts, mapStages } from '../../../../shared/tools/service-map/collections'
import { addEffort, carriedId, carryHole, editEffort } from '../../../../shared/tools/service-map/commands'
import { holesOf, missingKinds } from '../../../../shared/tools/service-map/holes'
import { CarriedId, mostEfforts } from '../../../../shared/tools/service-map/schema'
import { effortsOf } from '../../../../shared/tools/service-map/selectors'
import { editStage } from '../../../../shared/tools/service-map/stage-commands'
import { replicas } from '../../../support/boards'
import { college, everybody, human, mapIn, offer, party, rosa } from './support'

describe('from a hole', () => {
  it('[SERVICES-20] remembers under the hole’s own key what was made of it', () => {
    const doc = new Y.Doc()
    offer(doc, college, 'Certificates', { kind: 'credit-program', populations: ['veterans'] })
    offer(doc, human, 'Vouchers', { stageId: 'stage_stay', populations: ['Farm workers, seasonal / migrant'] })
    const map = mapIn(doc, [...everybody, party('Veterans Office', { populations: ['veterans'] })])
    const holes = [...holesOf(map), ...missingKinds(map)]
    expect(new Set(holes.map(({ key }) => key)).size).toBe(holes.length)
    for (const { key } of holes) {
      expect(CarriedId.safeParse(carriedId(key)).success, key).toBe(true)
      carryHole(doc, rosa, key, 'question', { collection: 'ideas', id: 'idea_a' })
    }
    expect(carried.all(doc)).toHaveLength(holes.length)
  })
})

describe('a stage against the need', () => {
  it('[SERVICES-18] keeps what two people write at once', () => {
    const { docs, sync } = replicas(2, (doc) => editStage(doc, rosa, 'stage_learn', { needPerYear: 120 }))
    const [first, second] = docs as [Y.Doc, Y.Doc] // as many as asked for
    editStage(first, rosa, 'stage_learn', { strengths: 'Good teachers' })
    editStage(second, rosa, 'stage_learn', { gaps: 'No evening class', needPerYear: undefined })
    sync()
    for (const doc of docs) {
      expect(mapStages.get(doc, 'stage_learn')).toMatchObject({ label: 'Learn', strengths: 'Good teachers', gaps: 'No evening class' })
      expect(mapStages.get(doc, 'stage_learn')).not.toHaveProperty('needPerYear')
    }
  })
})

describe('what is being done already', () => {
  it('[SERVICES-19] is said, found and examined', () => {
    const doc = new Y.Doc()
    const id = addEffort(doc, rosa, { label: 'Tutors at the library', state: 'said' })
    if (!id) throw new Error('the list is full')
    editEffort(doc, rosa, id, { state: 'found', partnerId: college.id })
    editEffort(doc, rosa, id, { state: 'examined', findings: '12 people a year' })
    expect(effortsOf(efforts.all(doc))).toMatchObject([
      { label: 'Tutors at the library', state: 'examined', partnerId: college.id, findings: '12 people a year' },
    ])
    editEffort(doc, rosa, id, { removedAtMs: 5 })
    expect(effortsOf(efforts.all(doc))).toEqual([])
  })

  it('[SERVICES-19] holds a number of efforts that a group can look over', () => {
    const doc = new Y.Doc()
    for (let index = 0; index < mostEfforts; index++)
      expect(addEffort(doc, rosa, { label: `Effort ${index}`, state: 'said' })).toBeDefined()
    expect(addEffort(doc, rosa, { label: 'One more', state: 'said' })).toBeUndefined()
  })
})
