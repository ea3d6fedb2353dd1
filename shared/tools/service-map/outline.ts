import type { Block, Cell, Inline, OutlineSection } from '../../doc/outline'
import { plain } from '../../doc/outline'
import { plural } from '../../doc/words'
import { assessedIn } from './assessment'
import { fragileServices, fragileWords, placesOf, placesWords, unusedPlaces } from './capacity'
import { effortStates } from './effort-words'
import { holesOf, missingKinds } from './holes'
import { overlapsOf } from './overlaps'
import type { Effort } from './schema'
import { cellsOf, effortsOf, type ServiceMap } from './selectors'
import { saidOf } from './service-words'

/** The chapter on services: who offers what at each stage, what nobody offers, what several do, and for how many. */
export function serviceMapOutline(map: ServiceMap, allEfforts: readonly Effort[]): readonly OutlineSection[] {
  const efforts = effortsOf(allEfforts)
  const isAssessed = map.stages.some((stage) => stage.needPerYear !== undefined || assessedIn(stage).length > 0)
  if (map.services.length === 0 && efforts.length === 0 && !isAssessed) return []
  const blocks: Block[] = [
    paragraph(`${plural(map.services.length, 'service')} at ${plural(map.stages.length, 'stage')}.`),
    ...(map.services.length === 0 ? [] : [mapTable(map), ...readingBlocks(map)]),
    ...needBlocks(map),
    ...effortBlocks(map, efforts),
    ...detailBlocks(map),
  ]
  return [{ part: 'services', title: 'Service map', blocks, note: String(map.services.length) }]
}

function mapTable(map: ServiceMap): Block {
  const servicesAt = cellsOf(map.services)
  return {
    type: 'table',
    caption: 'Who offers what at each stage',
    head: ['Stage', 'Offered by'].map(plain),
    rows: map.stages.map((stage): readonly Cell[] => {
      const lines = map.parties.flatMap(({ id, name }) => {
        const here = servicesAt(stage.id, id)
        return here.length === 0 ? [] : [{ name, words: here.map(({ label }) => label).join(', ') }]
      })
      return [plain(stage.label), lines.length === 0 ? plain('Nobody yet') : lines.flatMap(lineOf)]
    }),
  }
}

function lineOf({ name, words }: { readonly name: string; readonly words: string }, index: number): readonly Inline[] {
  return [{ text: `${index === 0 ? '' : '\n'}${name}: ` }, { text: words, marks: ['bold'] }]
}

function readingBlocks(map: ServiceMap): Block[] {
  const names = new Map(map.parties.map(({ id, name }) => [id, name]))
  const missing = missingKinds(map)
  return [
    heading('What nobody offers'),
    ...listOr(
      holesOf(map).map(({ words }) => words),
      'Every stage has a service.',
    ),
    ...titled(
      'Services and support that nobody offers yet',
      missing.map(({ words }) => words),
    ),
    ...titled(
      'What several offer',
      overlapsOf(map).map(({ words }) => words),
    ),
    ...titled(
      'Money that ends',
      fragileServices(map).map((service) => fragileWords(service, names.get(service.partnerId) ?? '')),
    ),
    ...titled(
      'Places that are free',
      unusedPlaces(map).map(
        ({ service, places }) => `${service.label} (${names.get(service.partnerId) ?? ''}): ${places.toLocaleString('en')} a year.`,
      ),
    ),
  ]
}

function needBlocks(map: ServiceMap): Block[] {
  const items = placesOf(map).flatMap((stagePlaces) => {
    const places = placesWords(stagePlaces)
    const said = assessedIn(stagePlaces.stage).map(({ label, words }) => `${label}: ${words}`)
    const lines = [...(places ? [places] : []), ...said]
    return lines.length === 0 ? [] : [{ blocks: [paragraph(stagePlaces.stage.label), list(lines)] }]
  })
  return items.length === 0 ? [] : [heading('Need and capacity'), { type: 'list', ordered: false, items }]
}

function effortBlocks({ parties, stages }: ServiceMap, efforts: readonly Effort[]): Block[] {
  const items = efforts.map(({ label, partnerId, stageId, state, findings }) => {
    const who = parties.find(({ id }) => id === partnerId)?.name
    const where = stages.find(({ id }) => id === stageId)?.label
    const about = [who, where].filter(Boolean).join(', ')
    return `${label}${about ? ` (${about})` : ''}. ${effortStates[state].label}.${findings ? ` ${findings}` : ''}`
  })
  return titled('Being done already', items)
}

function detailBlocks({ stages, services, parties }: ServiceMap): Block[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  const items = stages.flatMap((stage) =>
    services
      .filter(({ stageId }) => stageId === stage.id)
      .flatMap((service) => {
        const said = saidOf(service).map(({ label, words }) => `${label}: ${words}`)
        const title = `${service.label}, ${names.get(service.partnerId) ?? ''}`
        return said.length === 0 ? [] : [{ blocks: [paragraph(title), list(said)] }]
      }),
  )
  return items.length === 0 ? [] : [heading('The services one by one'), { type: 'list', ordered: false, items }]
}

function titled(title: string, lines: readonly string[]): Block[] {
  return lines.length === 0 ? [] : [heading(title), list(lines)]
}

function listOr(lines: readonly string[], otherwise: string): Block[] {
  return [lines.length === 0 ? paragraph(otherwise) : list(lines)]
}

function heading(text: string): Block {
  return { type: 'heading', level: 3, text: plain(text) }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: plain(text) }
}

function list(items: readonly string[]): Block {
  return { type: 'list', ordered: false, items: items.map((text) => ({ blocks: [paragraph(text)] })) }
}
