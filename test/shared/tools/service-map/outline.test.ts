import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { workshopDocs } from '../../../../shared/tools/docs'
import { sectionsOf, workshopOutline } from '../../../../shared/tools/outline'
import { partners } from '../../../../shared/tools/partners/collections'
import { serviceMapTool } from '../../../../shared/tools/service-map'
import { addEffort } from '../../../../shared/tools/service-map/commands'
import { editStage } from '../../../../shared/tools/service-map/stage-commands'
import { basin, basinText, imported, rosa } from './support'

const options = { names: true, reservations: true }

describe('the chapter on services', () => {
  it('[SERVICES-16] is empty while nobody has said anything', () => {
    expect(
      serviceMapTool.outline(
        workshopDocs(new Y.Doc(), new Y.Doc(), () => undefined),
        options,
      ),
    ).toEqual([])
  })

  it('[SERVICES-16] has every stage, service, hole and overlap, need and capacity', () => {
    const doc = imported(basinText(), new Y.Doc(), basin)
    for (const [index, { id, name }] of basin.entries())
      partners.put(doc, { id: id as `partner_${string}`, name, seats: [], order: `a${index.toString(36)}`, authorId: 'p_rosa' })
    editStage(doc, rosa, 'stage_learn', { needPerYear: 200, strengths: 'Every certificate counts.' })
    addEffort(doc, rosa, { label: 'Tutors at the library', state: 'said' })
    const docs = workshopDocs(new Y.Doc(), doc, () => undefined)
    const sections = sectionsOf(workshopOutline(docs, options), ['services'])
    expect(sections).toMatchObject([{ part: 'services', title: 'Service map', note: '23' }])
    const text = JSON.stringify(sections)
    for (const words of [
      'Who offers what at each stage',
      'Technician certificates',
      'Nobody offers anything at “Move up” yet.',
      'Could it be one door?',
      'Nobody offers housing yet.',
      '200 people a year need it and there are 134 places: 66 short.',
      'Strengths: Every certificate counts.',
      'Child care vouchers (Copper Basin Native Center Client Services) is paid by Foundation grant alone, until 30 June 2027.',
      'Tutors at the library. Said, not found yet.',
      'Paid by: Perkins career and technical education, Pell grants',
    ])
      expect(text).toContain(words)
    expect(serviceMapTool.progress(docs)).toEqual({ done: 5, total: 6, summary: '23 services, 1 stage nobody covers' })
  })
})
