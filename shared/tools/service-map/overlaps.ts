import { joined } from '../../doc/words'
import { allKinds, labelIn, universal } from './catalogue'
import type { Service } from './schema'
import { mayServe, type ServiceMap } from './selectors'
import { looseKey, midSentence, populationWords } from './words'

/** So many partners with the same service for the same people are a crowd; two may simply not know of each other. */
export const crowd = 3

/** The same service at the same stage from several partners, for the same people in the same area. */
export interface Overlap {
  readonly key: string
  readonly stageId: string
  readonly serviceIds: readonly string[]
  readonly isCrowded: boolean
  /** For the stage's row: `5 offer intake and eligibility. Could it be one door?` */
  readonly short: string
  /** For a list: who, to whom, and what to ask. */
  readonly words: string
}

/** What several partners offer alike, stage by stage, the largest crowd of a stage first. */
export function overlapsOf({ stages, services, parties }: ServiceMap): readonly Overlap[] {
  const names = new Map(parties.map(({ id, name }) => [id, name]))
  return stages.flatMap((stage) => {
    const groups = groupedBy(
      services.filter(({ stageId }) => stageId === stage.id),
      samenessOf,
    )
    return [...groups]
      .flatMap(([sameness, group]) => overlapIn(stage.id, sameness, group, names) ?? [])
      .sort((a, b) => b.serviceIds.length - a.serviceIds.length)
  })
}

function overlapIn(stageId: string, sameness: string, group: readonly Service[], names: ReadonlyMap<string, string>): Overlap | undefined {
  const { population, meeting } = largestMeeting(group)
  const partners = [...new Set(meeting.map(({ partnerId }) => partnerId))]
  const [first] = meeting
  if (!first || partners.length < 2) return undefined
  const what = first.kind === undefined ? first.label : midSentence(labelIn(allKinds, first.kind))
  const whom = population === universal ? '' : ` to ${populationWords(population)}`
  const isCrowded = partners.length >= crowd
  const ask = isCrowded ? 'Could it be one door?' : 'Do they know of each other?'
  return {
    key: `${stageId} ${sameness}`,
    stageId,
    serviceIds: meeting.map(({ id }) => id),
    isCrowded,
    short: `${partners.length} offer ${what}. ${ask}`,
    words: `${partners.length} partners offer ${what}${whom}: ${joined(partners.map((id) => names.get(id) ?? ''))}. ${ask}`,
  }
}

/** The people and the area at which most partners meet. Where nothing is said, a service is for anybody, anywhere. */
function largestMeeting(group: readonly Service[]): { readonly population: string; readonly meeting: readonly Service[] } {
  const open = group.every(({ populations = [] }) => populations.length === 0 || populations.includes(universal))
  const populations = open
    ? [universal]
    : [...new Set(group.flatMap(({ populations: named = [] }) => named))].filter((id) => id !== universal)
  const named = group.flatMap(({ area }) => (area ? [looseKey(area)] : []))
  const areas = named.length === 0 ? [''] : [...new Set(named)]
  let best: { population: string; meeting: readonly Service[] } = { population: universal, meeting: [] }
  for (const population of populations) {
    for (const area of areas) {
      const meeting = group.filter((service) => mayServe(service, population) && (!service.area || looseKey(service.area) === area))
      if (partnersOf(meeting) > partnersOf(best.meeting)) best = { population, meeting }
    }
  }
  return best
}

function partnersOf(services: readonly Service[]): number {
  return new Set(services.map(({ partnerId }) => partnerId)).size
}

/** Services are the same by their kind; those without one by their name. */
function samenessOf({ kind, label }: Service): string {
  return kind ?? looseKey(label)
}

function groupedBy<T>(all: readonly T[], keyOf: (each: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const each of all) {
    const key = keyOf(each)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return groups
}
