import { joined, plural } from '../../doc/words'
import { fundingStarters, labelIn } from './catalogue'
import type { MapFilter, ServiceMap } from './selectors'
import { populationWords } from './words'

/** What is left of the map, in a sentence, and the stages at which nothing is left. */
export function filterWords(map: ServiceMap, shown: ServiceMap, { stage, partner, population, funding }: MapFilter): string {
  const parts = [
    stage === '' ? '' : `at “${map.stages.find(({ id }) => id === stage)?.label ?? ''}”`,
    partner === '' ? '' : `from ${map.parties.find(({ id }) => id === partner)?.name ?? ''}`,
    population === '' ? '' : `for ${populationWords(population)}`,
    funding === '' ? '' : `paid by ${labelIn(fundingStarters, funding)}`,
  ].filter((part) => part !== '')
  const without = shown.stages.filter(({ id }) => shown.services.every(({ stageId }) => stageId !== id))
  const nothing =
    without.length === 0 || shown.services.length === 0 ? '' : ` Nothing at ${joined(without.map(({ label }) => `“${label}”`))}.`
  return `${plural(shown.services.length, 'service')} ${parts.join(', ')}.${nothing}`
}
