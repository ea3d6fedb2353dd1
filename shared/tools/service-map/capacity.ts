import { calendarDayInWords } from '../../doc/day'
import { plural } from '../../doc/words'
import { fundingStarters, labelIn } from './catalogue'
import type { MapStage, Service } from './schema'
import type { ServiceMap } from './selectors'

/** Places a year at one stage, against what is needed. */
export interface StagePlaces {
  readonly stage: MapStage
  /** Of the services that say how many; undefined when none does. */
  readonly places: number | undefined
  /** Services that do not say how many. */
  readonly silent: number
}

export function placesOf({ stages, services }: ServiceMap): readonly StagePlaces[] {
  return stages.map((stage) => {
    const here = services.filter(({ stageId }) => stageId === stage.id)
    const said = here.flatMap(({ capacityPerYear }) => capacityPerYear ?? [])
    return {
      stage,
      places: said.length === 0 ? undefined : said.reduce((sum, each) => sum + each, 0),
      silent: here.length - said.length,
    }
  })
}

/** Need against places in a sentence, for example `120 people a year need it and there are 80 places: 40 short.` */
export function placesWords({ stage, places, silent }: StagePlaces): string | undefined {
  const { needPerYear } = stage
  const unsaid = silent === 0 ? '' : ` ${plural(silent, 'service has', 'services have')} not said how many.`
  if (needPerYear === undefined) return places === undefined ? undefined : `${plural(places, 'place')} a year.${unsaid}`
  const need = `${plural(needPerYear, 'person', 'people')} a year ${needPerYear === 1 ? 'needs' : 'need'} it`
  if (places === undefined) return silent === 0 ? `${need}, and there is no place.` : `${need}.${unsaid}`
  const short = needPerYear - places
  const verdict = short > 0 ? `${short.toLocaleString('en')} short` : 'enough'
  return `${need} and there ${places === 1 ? 'is' : 'are'} ${plural(places, 'place')}: ${verdict}.${unsaid}`
}

/** Services that have room left, and how much of it. */
export function unusedPlaces({ services }: ServiceMap): readonly { readonly service: Service; readonly places: number }[] {
  return services.flatMap((service) => {
    const { capacityPerYear, servedLastYear } = service
    const places = capacityPerYear === undefined || servedLastYear === undefined ? 0 : capacityPerYear - servedLastYear
    return places > 0 ? [{ service, places }] : []
  })
}

/** Services that one source of money pays for, which ends; the first to end first. */
export function fragileServices({ services }: ServiceMap): readonly (Service & { readonly fundingEndsOn: string })[] {
  return services
    .flatMap((service) =>
      service.fundingEndsOn && service.funding?.length === 1 ? [{ ...service, fundingEndsOn: service.fundingEndsOn }] : [],
    )
    .sort((a, b) => (a.fundingEndsOn < b.fundingEndsOn ? -1 : a.fundingEndsOn > b.fundingEndsOn ? 1 : 0))
}

/** Those of them whose money has ended or ends within a year of this day. */
export function endingSoon(map: ServiceMap, today: string): readonly (Service & { readonly fundingEndsOn: string })[] {
  const inAYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`
  return fragileServices(map).filter(({ fundingEndsOn }) => fundingEndsOn <= inAYear)
}

/** `Tutoring (Valley College) is paid by WIOA Title I Youth alone, until 30 June 2027.` */
export function fragileWords(
  { label, funding = [], fundingEndsOn }: Service & { readonly fundingEndsOn: string },
  partner: string,
): string {
  const source = labelIn(fundingStarters, funding[0] ?? '')
  return `${label} (${partner}) is paid by ${source} alone, until ${calendarDayInWords(fundingEndsOn)}.`
}
