import { joined } from '../../doc/words'
import { allKinds, supportKinds } from './catalogue'
import type { MapStage } from './schema'
import { mayServe, populationsIn, type ServiceMap } from './selectors'
import { midSentence, populationWords } from './words'

/** Something that nobody offers. */
export interface Hole {
  readonly kind: 'stage' | 'population' | 'service' | 'support'
  /** Tells it from every other, the same for as long as it is the same hole; fit for the tail of an id. */
  readonly key: string
  /** For example `Nobody offers anything at “Move up” yet.` */
  readonly words: string
  /** What to ask of it. */
  readonly question: string
  /** What to do about it. */
  readonly action: string
  /** The stages where it is; empty for a kind of service, which could stand anywhere. */
  readonly stageIds: readonly string[]
}

/**
 * What nobody offers: stages without any service, then for each population the stages at which nothing is for it.
 * A stage at which some service does not say for whom it is may serve anybody, so it is no hole.
 */
export function holesOf(map: ServiceMap): readonly Hole[] {
  return [...emptyStages(map).map(stageHole), ...populationsIn(map).flatMap((population) => populationHole(map, population) ?? [])]
}

/** Kinds of service and of support that nobody offers; nothing while no service says what kind it is. */
export function missingKinds({ services }: ServiceMap): readonly Hole[] {
  const offered = new Set(services.map(({ kind }) => kind))
  if (offered.size === 0 || (offered.size === 1 && offered.has(undefined))) return []
  return allKinds
    .filter(({ id }) => !offered.has(id))
    .map(({ id, label }) => ({
      kind: supportKinds.some((support) => support.id === id) ? 'support' : 'service',
      key: `kind-${id}`,
      words: `Nobody offers ${midSentence(label)} yet.`,
      question: `Who could offer ${midSentence(label)}?`,
      action: `Find a partner for ${midSentence(label)}.`,
      stageIds: [],
    }))
}

/** Stages at which nobody offers anything. */
export function emptyStages({ stages, services }: ServiceMap): readonly MapStage[] {
  return stages.filter(({ id }) => services.every(({ stageId }) => stageId !== id))
}

/** The hole of a stage that nobody covers. */
export function stageHole({ id, label }: MapStage): Hole {
  return {
    kind: 'stage',
    key: id.replace('_', '-'),
    words: `Nobody offers anything at “${label}” yet.`,
    question: `Who could offer something at “${label}”?`,
    action: `Find somebody who offers something at “${label}”.`,
    stageIds: [id],
  }
}

function populationHole(map: ServiceMap, population: string): Hole | undefined {
  const without = map.stages.filter((stage) => {
    const here = map.services.filter(({ stageId }) => stageId === stage.id)
    return here.length > 0 && here.every((service) => !mayServe(service, population))
  })
  if (without.length === 0) return undefined
  const who = populationWords(population)
  const where = joined(without.map(({ label }) => `“${label}”`))
  return {
    kind: 'population',
    key: `for-${slug(population)}`,
    words: `Nothing is for ${who} at ${where} yet.`,
    question: `Who could serve ${who} at ${where}?`,
    action: `Find somebody who serves ${who} at ${where}.`,
    stageIds: without.map(({ id }) => id),
  }
}

function slug(words: string): string {
  return words.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)
}
