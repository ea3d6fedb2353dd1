import { type Choice, fundingStarters, populationStarters, usualStageOf } from '../../../shared/tools/service-map/catalogue'
import { entriesOf } from '../../../shared/tools/service-map/import-cells'
import { proposeKind } from '../../../shared/tools/service-map/propose-kind'
import { mostEntries, Service, type ServiceFields, type StageId } from '../../../shared/tools/service-map/schema'
import { looseKey, starterOf } from '../../../shared/tools/service-map/words'

const choiceKeys = ['kind', 'model', 'gap', 'confidence'] as const
const lineKeys = ['area', 'measure', 'fundingEndsOn'] as const
const numberKeys = ['capacityPerYear', 'servedLastYear', 'waitWeeks'] as const

export type DraftText =
  | 'label'
  | 'stageId'
  | 'partnerId'
  | 'populations'
  | 'populationsOwn'
  | 'funding'
  | 'fundingOwn'
  | (typeof choiceKeys)[number]
  | (typeof lineKeys)[number]
  | (typeof numberKeys)[number]

/** A service as it stands in a form: every field as the text that was typed or chosen; of a list the ticked starters and, apart, one's own words, one entry a line. */
export type ServiceDraft = Readonly<Record<DraftText, string>>

/** Sentences beside the fields that cannot be stored as they stand. */
export type DraftFaults = Partial<Record<DraftText, string>>

export function draftOf(service: Partial<ServiceFields>): ServiceDraft {
  const text = (key: keyof ServiceFields) => {
    const value = service[key]
    return typeof value === 'object' ? value.join('\n') : String(value ?? '')
  }
  return {
    label: text('label'),
    stageId: text('stageId'),
    partnerId: text('partnerId'),
    ...split('populations', populationStarters, service.populations),
    ...split('funding', fundingStarters, service.funding),
    kind: text('kind'),
    model: text('model'),
    gap: text('gap'),
    confidence: text('confidence'),
    area: text('area'),
    measure: text('measure'),
    fundingEndsOn: text('fundingEndsOn'),
    capacityPerYear: text('capacityPerYear'),
    servedLastYear: text('servedLastYear'),
    waitWeeks: text('waitWeeks'),
  }
}

/**
 * The form with the kind that its name suggests, until somebody chose one, and with the usual stage of its kind, until
 * there is a stage.
 *
 * @param stageIds the stages of the map
 */
export function withProposals(draft: ServiceDraft, hasKind: boolean, stageIds: readonly string[]): ServiceDraft {
  const kind = hasKind ? draft.kind : (proposeKind(draft.label) ?? '')
  const usual = usualStageOf(kind || undefined) ?? ''
  return { ...draft, kind, stageId: draft.stageId || (stageIds.includes(usual) ? usual : '') }
}

/** What a form says, as it would be stored. Ask `faultsOf` first. */
export function fieldsOf(draft: ServiceDraft): ServiceFields {
  const said = (key: DraftText) => draft[key].trim() || undefined
  const list = (starters: readonly Choice[], ticked: string, own: string) => {
    const entries = [...entriesOf(ticked), ...entriesOf(own).map((entry) => starterOf(starters, entry))]
    return entries.length === 0 ? undefined : [...new Set(entries)]
  }
  return {
    label: draft.label.trim(),
    stageId: draft.stageId as StageId, // a choice among the stages of the map
    partnerId: draft.partnerId,
    populations: list(populationStarters, draft.populations, draft.populationsOwn),
    funding: list(fundingStarters, draft.funding, draft.fundingOwn),
    confidence: Service.shape.confidence.safeParse(said('confidence')).data,
    ...Object.fromEntries([...choiceKeys.slice(0, 3), ...lineKeys].map((key) => [key, said(key)])),
    ...Object.fromEntries(numberKeys.map((key) => [key, said(key) === undefined ? undefined : numberIn(draft[key])])),
  }
}

/** What keeps a form from being stored. `others` are the other services of the map. */
export function faultsOf(draft: ServiceDraft, others: readonly Service[]): DraftFaults {
  const faults: DraftFaults = {}
  if (draft.label.trim() === '') faults.label = 'Type what the partner offers.'
  else if (others.some((other) => isSame(other, draft))) faults.label = 'This partner has a service of this name at this stage.'
  if (draft.stageId === '') faults.stageId = 'Choose a stage.'
  if (draft.partnerId === '') faults.partnerId = 'Choose who offers it.'
  for (const key of numberKeys) {
    if (draft[key].trim() === '' || Service.shape[key].safeParse(numberIn(draft[key])).success) continue
    faults[key] = key === 'waitWeeks' ? 'Type a number of weeks, 0 to 520.' : 'Type a whole number of people.'
  }
  for (const key of ['populations', 'funding'] as const)
    if (entriesOf(`${draft[key]}\n${draft[`${key}Own`]}`).length > mostEntries)
      faults[`${key}Own`] = `At most ${mostEntries} entries fit here.`
  return faults
}

/** Only what this person changed, so that what others change meanwhile stays. */
export function changesFrom(before: ServiceFields, after: ServiceFields): Partial<ServiceFields> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(before[field as keyof ServiceFields]) !== JSON.stringify(value),
  )
  return Object.fromEntries(changed) as Partial<ServiceFields> // a subset of the same entries
}

function split<Key extends 'populations' | 'funding'>(key: Key, starters: readonly Choice[], entries: readonly string[] = []) {
  const isStarter = (entry: string) => starters.some(({ id }) => id === entry)
  const parts = { [key]: entries.filter(isStarter), [`${key}Own`]: entries.filter((entry) => !isStarter(entry)) }
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.join('\n')])) as Record<Key | `${Key}Own`, string> // one text a part
}

function isSame(other: Service, { stageId, partnerId, label }: ServiceDraft): boolean {
  return other.stageId === stageId && other.partnerId === partnerId && looseKey(other.label) === looseKey(label)
}

function numberIn(text: string): number {
  return Number(text.trim().replace(',', '.'))
}
