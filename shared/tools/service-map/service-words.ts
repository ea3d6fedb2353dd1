import { calendarDayInWords } from '../../doc/day'
import { plural } from '../../doc/words'
import { allKinds, confidences, fundingStarters, gapKinds, labelIn, populationStarters, serviceModels } from './catalogue'
import type { Service } from './schema'

/** Everything that is said about a service besides its name, stage and partner: what it is about, and the words. */
export function saidOf(service: Partial<Service>): readonly { readonly label: string; readonly words: string }[] {
  const { kind, populations, model, funding, fundingEndsOn, area, capacityPerYear, servedLastYear, waitWeeks, measure, gap, confidence } =
    service
  const all = [
    { label: 'Kind', words: kind && labelIn(allKinds, kind) },
    { label: 'For', words: populations?.map((id) => labelIn(populationStarters, id)).join(', ') },
    { label: 'Delivered', words: model && labelIn(serviceModels, model) },
    { label: 'Where', words: area },
    { label: 'Paid by', words: funding?.map((id) => labelIn(fundingStarters, id)).join(', ') },
    { label: 'Money until', words: fundingEndsOn && calendarDayInWords(fundingEndsOn) },
    { label: 'Places a year', words: capacityPerYear?.toLocaleString('en') },
    { label: 'Served last year', words: servedLastYear?.toLocaleString('en') },
    { label: 'Wait', words: waitWeeks === undefined ? undefined : plural(waitWeeks, 'week') },
    { label: 'Counts as success', words: measure },
    { label: 'What is missing', words: gap && labelIn(gapKinds, gap) },
    { label: 'How sure', words: confidence && labelIn(confidences, confidence) },
  ]
  return all.flatMap(({ label, words }) => (words ? [{ label, words }] : []))
}
