import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { serviceMapTool } from '../../../../shared/tools/service-map'
import { allKinds, usualStageOf, usualStages } from '../../../../shared/tools/service-map/catalogue'
import { mapStages, services } from '../../../../shared/tools/service-map/collections'
import { addService, editService, removeService, restoreService } from '../../../../shared/tools/service-map/commands'
import { mostServices, mostStages } from '../../../../shared/tools/service-map/schema'
import { removedServices, removedStages } from '../../../../shared/tools/service-map/selectors'
import { addStage, editStage, moveStage, removeStage, restoreStage } from '../../../../shared/tools/service-map/stage-commands'
import type { TouchedRecord } from '../../../../shared/tools/tool'
import { replicas } from '../../../support/boards'
import { college, everybody, mapIn, offer, rosa } from './support'

const labels = (doc: Y.Doc) => mapIn(doc).stages.map(({ label }) => label)

describe('services', () => {
  it('[SERVICES-1] keeps both of two edits at the same time', () => {
    const { docs, sync } = replicas(2, (doc) => offer(doc, college, 'Tutoring'))
    const [first, second] = docs as [Y.Doc, Y.Doc] // as many as asked for
    const [service] = services.all(first)
    if (!service) throw new Error('no service')
    editService(first, rosa, service.id, { capacityPerYear: 20 })
    editService(second, rosa, service.id, { area: 'Copper City' })
    sync()
    for (const doc of docs) expect(services.get(doc, service.id)).toMatchObject({ capacityPerYear: 20, area: 'Copper City' })
  })

  it('[SERVICES-1] takes a service off the map and puts it back as it was', () => {
    const doc = new Y.Doc()
    const id = offer(doc, college, 'Tutoring', { funding: ['pell'] })
    const before = services.get(doc, id)
    removeService(doc, rosa, id, 5)
    expect(mapIn(doc).services).toEqual([])
    expect(mapIn(doc).waiting).toEqual([])
    expect(removedServices(services.all(doc)).map((service) => service.id)).toEqual([id])
    editService(doc, rosa, id, { label: 'Tutoring' })
    expect(mapIn(doc).services).toEqual([])
    restoreService(doc, rosa, id)
    expect(mapIn(doc).services).toEqual([before])
  })

  it('[SERVICES-3] counts no service of a stage or partner that is gone, and brings it back with them', () => {
    const doc = new Y.Doc()
    offer(doc, college, 'Tutoring')
    const without = everybody.filter(({ id }) => id !== college.id)
    expect(mapIn(doc, without)).toMatchObject({ services: [], waiting: [{ label: 'Tutoring' }] })
    expect(mapIn(doc).services).toHaveLength(1)
    removeStage(doc, rosa, 'stage_learn', 5)
    expect(mapIn(doc)).toMatchObject({ services: [], waiting: [{ label: 'Tutoring' }] })
    restoreStage(doc, rosa, 'stage_learn')
    expect(mapIn(doc)).toMatchObject({ services: [{ label: 'Tutoring' }], waiting: [] })
  })

  it('[SERVICES-1] holds a number of services that a group can look over', () => {
    const doc = new Y.Doc()
    for (let index = 0; index < mostServices; index++) services.put(doc, { ...one, id: `service_${index}` })
    expect(addService(doc, rosa, { stageId: 'stage_learn', partnerId: college.id, label: 'One more' })).toBeUndefined()
  })
})

describe('stages', () => {
  it('[SERVICES-2] begins with the usual ones and stores nothing', () => {
    const doc = new Y.Doc()
    expect(labels(doc)).toEqual(['Hear about it', 'Intake and assess', 'Learn', 'Stay enrolled', 'Get hired', 'Move up'])
    expect(mapStages.all(doc)).toEqual([])
  })

  it('[SERVICES-2] renames, moves, takes out, puts back and adds', () => {
    const doc = new Y.Doc()
    editStage(doc, rosa, 'stage_learn', { label: 'Learn together' })
    expect(moveStage(doc, rosa, 'stage_learn', -1)).toBe(true)
    expect(moveStage(doc, rosa, 'stage_hear', -1)).toBe(false)
    expect(labels(doc).slice(0, 3)).toEqual(['Hear about it', 'Learn together', 'Intake and assess'])
    removeStage(doc, rosa, 'stage_hear', 5)
    expect(labels(doc)).not.toContain('Hear about it')
    expect(removedStages(mapStages.all(doc)).map(({ id }) => id)).toEqual(['stage_hear'])
    restoreStage(doc, rosa, 'stage_hear')
    addStage(doc, rosa, 'Lead others')
    expect(labels(doc)).toEqual([
      'Hear about it',
      'Learn together',
      'Intake and assess',
      'Stay enrolled',
      'Get hired',
      'Move up',
      'Lead others',
    ])
    for (let left = mostStages - 7; left > 0; left--) expect(addStage(doc, rosa, `Stage ${left}`)).toBeDefined()
    expect(addStage(doc, rosa, 'One more')).toBeUndefined()
  })

  it('[SERVICES-2] keeps what two people say of two usual stages at once', () => {
    const { docs, sync } = replicas(2)
    const [first, second] = docs as [Y.Doc, Y.Doc] // as many as asked for
    editStage(first, rosa, 'stage_learn', { label: 'Study' })
    editStage(second, rosa, 'stage_hired', { label: 'Work' })
    sync()
    for (const doc of docs) expect(labels(doc)).toEqual(['Hear about it', 'Intake and assess', 'Study', 'Stay enrolled', 'Work', 'Move up'])
  })

  it('[SERVICES-2] has a stage for every kind of service', () => {
    for (const { id } of allKinds) expect(usualStages.some((stage) => stage.id === usualStageOf(id))).toBe(true)
  })
})

const one = { id: 'service_a', stageId: 'stage_learn', partnerId: 'partner_a', label: 'Tutoring', order: 'a0' } as const

describe('what the server checks', () => {
  it.each([
    ['services', one, undefined],
    ['services', { ...one, label: '' }, /not written/],
    ['services', { ...one, capacityPerYear: -1 }, /not written/],
    ['services', { ...one, populations: ['a;b'] }, /not written/],
    ['services', { ...one, fundingEndsOn: 'soon' }, /not written/],
    ['serviceStages', { id: 'stage_a', label: 'Learn', order: 'a0' }, undefined],
    ['serviceStages', { id: 'stage_a', order: 'a0' }, /not written/],
    ['serviceEfforts', { id: 'effort_a', label: 'Tutors', state: 'guessed', order: 'a0' }, /not written/],
    ['serviceHoles', { id: 'carried_stage-hear', as: 'question', ref: { collection: 'ideas' } }, /not written/],
  ])('[SERVICES-15] a record of %s', (collection, after, expected) => {
    const touched: TouchedRecord = { collection, id: 'x', change: 'edited', fields: [], before: undefined, after, createdBy: 'p_rosa' }
    const said = serviceMapTool.check?.(rosa, touched, { zone: 'board', record: new Y.Doc(), doc: new Y.Doc() })
    if (expected) expect(said).toMatch(expected)
    else expect(said).toBeUndefined()
  })
})
