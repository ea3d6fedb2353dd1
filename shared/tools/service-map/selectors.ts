import { byOrder } from '../../doc/order'
import type { Party } from '../tool'
import { populationStarters, universal, usualStages } from './catalogue'
import type { Effort, MapStage, Service } from './schema'
import { starterOf } from './words'

/** What stands on the map: stages in order, and the services whose stage and partner are there. */
export interface ServiceMap {
  readonly stages: readonly MapStage[]
  readonly services: readonly Service[]
  readonly parties: readonly Party[]
  /** Services that wait for a stage that was taken out, or for a partner that left the list. */
  readonly waiting: readonly Service[]
}

export function mapOf(stored: readonly MapStage[], all: readonly Service[], parties: readonly Party[]): ServiceMap {
  const stages = stagesOf(stored)
  const stageIds = new Set(stages.map(({ id }) => id))
  const partyIds = new Set(parties.map(({ id }) => id))
  const kept = all.filter(({ removedAtMs }) => removedAtMs === undefined).sort(byOrder)
  const stands = (service: Service) => stageIds.has(service.stageId) && partyIds.has(service.partnerId)
  return { stages, parties, services: kept.filter(stands), waiting: kept.filter((service) => !stands(service)) }
}

/** The stages of the map, in order: the usual ones as far as nobody changed or removed them, and those that were added. */
export function stagesOf(stored: readonly MapStage[]): readonly MapStage[] {
  return everyStage(stored)
    .filter(({ removedAtMs }) => removedAtMs === undefined)
    .sort(byOrder)
}

/** Services that were taken off the map, the last first. */
export function removedServices(all: readonly Service[]): readonly Service[] {
  return all.filter(({ removedAtMs }) => removedAtMs !== undefined).sort((a, b) => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0))
}

/** Stages that were taken out, the last first. */
export function removedStages(stored: readonly MapStage[]): readonly MapStage[] {
  return stored.filter(({ removedAtMs }) => removedAtMs !== undefined).sort((a, b) => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0))
}

/** Removed ones included. */
export function everyStage(stored: readonly MapStage[]): MapStage[] {
  const ids = new Set(stored.map(({ id }) => id))
  return [...usualStages.filter(({ id }) => !ids.has(id)), ...stored]
}

/** What one partner offers at one stage, for every cell of the map. */
export function cellsOf(services: readonly Service[]): (stageId: string, partnerId: string) => readonly Service[] {
  const cells = new Map<string, Service[]>()
  for (const service of services) {
    const key = `${service.stageId} ${service.partnerId}`
    const cell = cells.get(key)
    if (cell) cell.push(service)
    else cells.set(key, [service])
  }
  return (stageId, partnerId) => cells.get(`${stageId} ${partnerId}`) ?? []
}

export function effortsOf(all: readonly Effort[]): readonly Effort[] {
  return all.filter(({ removedAtMs }) => removedAtMs === undefined).sort(byOrder)
}

/** What is left of a map for somebody who looks for one thing. Empty: everything. */
export interface MapFilter {
  readonly stage: string
  readonly partner: string
  readonly population: string
  readonly funding: string
}

export const noFilter: MapFilter = { stage: '', partner: '', population: '', funding: '' }

/** The filter without a stage or partner that left the map meanwhile. */
export function soundFilter({ stages, parties }: ServiceMap, filter: MapFilter): MapFilter {
  const stage = stages.some(({ id }) => id === filter.stage) ? filter.stage : ''
  const partner = parties.some(({ id }) => id === filter.partner) ? filter.partner : ''
  return stage === filter.stage && partner === filter.partner ? filter : { ...filter, stage, partner }
}

export function filtered(map: ServiceMap, { stage, partner, population, funding }: MapFilter): ServiceMap {
  return {
    ...map,
    stages: stage === '' ? map.stages : map.stages.filter(({ id }) => id === stage),
    parties: partner === '' ? map.parties : map.parties.filter(({ id }) => id === partner),
    services: map.services.filter(
      (service) =>
        (stage === '' || service.stageId === stage) &&
        (partner === '' || service.partnerId === partner) &&
        (population === '' || mayServe(service, population)) &&
        (funding === '' || service.funding?.includes(funding)),
    ),
  }
}

/** Whether these people may use a service: one that does not say for whom it is may be for anybody. */
export function mayServe({ populations = [] }: Service, population: string): boolean {
  return populations.length === 0 || population === universal || populations.includes(population) || populations.includes(universal)
}

/** Populations that a service or a partner names, `universal` apart; in the order in which they come. */
export function populationsIn({ services, parties }: ServiceMap): readonly string[] {
  const named = [...services, ...parties].flatMap(({ populations = [] }) => populations)
  return [...new Set(named.map((each) => starterOf(populationStarters, each)))].filter((population) => population !== universal)
}

export function fundingsIn({ services }: ServiceMap): readonly string[] {
  return [...new Set(services.flatMap(({ funding = [] }) => funding))]
}
