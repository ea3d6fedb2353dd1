import * as Y from 'yjs'
import { mapStages, services } from '../../../../shared/tools/service-map/collections'
import { addService, importServices } from '../../../../shared/tools/service-map/commands'
import { guessMapping, planImport, type ServicePlan } from '../../../../shared/tools/service-map/import'
import type { ServiceFields, ServiceId } from '../../../../shared/tools/service-map/schema'
import { mapOf, type ServiceMap } from '../../../../shared/tools/service-map/selectors'
import type { Party } from '../../../../shared/tools/tool'
import { person } from '../../../support/boards'
import { readTable, sampleText } from '../../../support/sample'

export const rosa = person('rosa', 'facilitator')

export function party(name: string, more: Partial<Party> = {}): Party {
  return { id: `partner_${name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)}`, name, sector: '', level: '', ...more }
}

export const board = party('Workforce Board')
export const college = party('Valley College')
export const adult = party('Adult Education')
export const human = party('Human Services')
export const everybody: readonly Party[] = [board, college, adult, human]

/** The copper basin's partners. */
export const basin: readonly Party[] = readTable(sampleText('copper-basin', 'partners.csv')).rows.map(({ cells }) => party(cells[0] ?? ''))

export function mapIn(doc: Y.Doc, parties: readonly Party[] = everybody): ServiceMap {
  return mapOf(mapStages.all(doc), services.all(doc), parties)
}

/** A service at the stage Learn, unless said otherwise. */
export function offer(doc: Y.Doc, partner: Party, label: string, more: Partial<ServiceFields> = {}): ServiceId {
  const id = addService(doc, rosa, { stageId: 'stage_learn', partnerId: partner.id, label, ...more })
  if (!id) throw new Error('the map is full')
  return id
}

/** What importing this text into the map would do. */
export function plan(text: string, doc: Y.Doc = new Y.Doc(), parties = everybody): ServicePlan {
  const { header, rows } = readTable(text)
  return planImport(header, rows, guessMapping(header), mapIn(doc, parties), mapStages.all(doc))
}

export function imported(text: string, doc: Y.Doc = new Y.Doc(), parties = everybody): Y.Doc {
  importServices(doc, rosa, plan(text, doc, parties).rows)
  return doc
}

export const basinText = () => sampleText('copper-basin', 'services.csv')
