import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { mapStages, services } from '../../../../shared/tools/service-map/collections'
import { editService, importServices } from '../../../../shared/tools/service-map/commands'
import { servicesCsv } from '../../../../shared/tools/service-map/export'
import { guessMapping } from '../../../../shared/tools/service-map/import'
import { mostServices } from '../../../../shared/tools/service-map/schema'
import { basin, basinText, college, imported, mapIn, plan, rosa } from './support'

describe('importing services', () => {
  it('[SERVICES-11] reads columns by their headers and choices by id or label', () => {
    expect(guessMapping(['Stage', 'Provider', 'Programme', 'For whom', 'Funding stream', 'Places a year', 'Colour'])).toEqual([
      'stage',
      'partner',
      'label',
      'populations',
      'funding',
      'capacityPerYear',
      null,
    ])
    const { rows, problems } = plan(
      'stage,partner,service,kind,populations,funding,funding_ends,wait_weeks\nLEARN,valley college,Tutoring,Adult basic education,"Veterans; tanf; Farm workers",Pell Grants,2027-06-30,"1,5"\n',
    )
    expect(problems).toEqual([])
    expect(rows).toEqual([
      {
        line: 2,
        stage: 'LEARN',
        fields: {
          partnerId: college.id,
          label: 'Tutoring',
          kind: 'basic-skills',
          populations: ['veterans', 'tanf', 'Farm workers'],
          funding: ['pell'],
          fundingEndsOn: '2027-06-30',
          waitWeeks: 1.5,
        },
      },
    ])
  })

  it('[SERVICES-12] reports what cannot be read by line, column and value', () => {
    const text = [
      'stage,partner,service,kind,places_per_year,funding_ends,delivery',
      'Learn,Valley College,Tutoring,magic,many,soon,Walk-in',
      ',Valley College,Tutoring,,,,',
      'Learn,Somebody Else,Tutoring,,,,',
      'Learn,Valley College,,,,,',
      'learn,VALLEY COLLEGE,tutoring,,,,',
      'Learn,Valley College,Certificates,,,,,extra',
    ].join('\n')
    const { rows, problems } = plan(text)
    expect(problems.map(({ line, column, value, remedy }) => [line, column, value, remedy])).toEqual([
      [2, 'kind', 'magic', 'empty'],
      [2, 'places_per_year', 'many', 'empty'],
      [2, 'funding_ends', 'soon', 'empty'],
      [3, 'stage', '', 'row'],
      [4, 'partner', 'Somebody Else', 'row'],
      [5, 'service', '', 'row'],
      [6, 'service', 'tutoring', 'row'],
      [7, 'delivery', 'extra', 'row'],
    ])
    expect(problems[4]?.message).toBe('No partner on the list is called “Somebody Else”. Add the partner first, or correct the name.')
    expect(rows.map(({ fields }) => fields)).toEqual([{ partnerId: college.id, label: 'Tutoring', model: 'walk-in' }])
    expect(plan('stage,service\nLearn,Tutoring\n').refusal).toBe('No column holds the partner. Choose it above.')
  })

  it('[SERVICES-12] refuses more services and stages than a group can look over', () => {
    const many = Array.from({ length: mostServices + 1 }, (_, index) => `Learn,Valley College,Service ${index}`)
    expect(plan(`stage,partner,service\n${many.join('\n')}\n`).refusal).toMatch(/there would be 1001 services/)
    const stages = Array.from({ length: 15 }, (_, index) => `Stage ${index},Valley College,Tutoring`)
    expect(plan(`stage,partner,service\n${stages.join('\n')}\n`).refusal).toMatch(/there would be 21 stages/)
  })

  it('[SERVICES-13] writes nothing while planning, and is taken back whole', () => {
    const doc = new Y.Doc()
    const undo = new PersonUndo([services.name, mapStages.name])
    undo.track(doc)
    const text =
      'stage,partner,service\nlearn,Valley College,Tutoring\nLead others,Valley College,Coaching\nlead  others,Workforce Board,Coaching\n'
    const planned = plan(text, doc)
    expect(planned.newStages).toEqual(['Lead others'])
    expect(doc.getMap(services.name).size).toBe(0)
    importServices(doc, rosa, planned.rows)
    expect(mapIn(doc).services).toHaveLength(3)
    expect(mapIn(doc).stages.at(-1)?.label).toBe('Lead others')
    expect(mapIn(doc).stages).toHaveLength(7)
    undo.undo()
    expect(mapIn(doc).services).toEqual([])
    expect(mapIn(doc).stages).toHaveLength(6)
  })

  it('[SERVICES-13] completes a service that is on the map', () => {
    const doc = imported('stage,partner,service,area,places_per_year\nLearn,Valley College,Tutoring,Copper City,20\n')
    const { rows } = plan('stage,partner,service,area,wait_weeks\nLearn,Valley College,TUTORING,,3\n', doc)
    expect(rows[0]?.id).toBe(services.all(doc)[0]?.id)
    importServices(doc, rosa, rows)
    expect(services.all(doc)).toMatchObject([{ area: 'Copper City', capacityPerYear: 20, waitWeeks: 3 }])
  })

  it('[SERVICES-14] comes back equal', () => {
    const doc = imported(basinText(), new Y.Doc(), basin)
    const [first] = mapIn(doc, basin).services
    if (!first) throw new Error('no service')
    editService(doc, rosa, first.id, { label: '=Danger, "quoted"', measure: 'Hired, and kept', gap: 'full', populations: ['Farm workers'] })
    const again = imported(servicesCsv(mapIn(doc, basin)), new Y.Doc(), basin)
    const plain = (each: Y.Doc) => mapIn(each, basin).services.map(({ id: _id, order: _order, ...fields }) => fields)
    expect(plain(again)).toEqual(plain(doc))
    expect(servicesCsv(mapIn(again, basin))).toBe(servicesCsv(mapIn(doc, basin)))
  })
})
