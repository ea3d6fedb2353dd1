import { nameKey } from '../../../shared/doc/name-key'
import { entriesOf, listFields, textFields } from '../../../shared/tools/partners/fields'
import {
  Backing,
  Day,
  Level,
  mostEntries,
  mostHoursPerMonth,
  type Partner,
  type PartnerFields,
  Team,
} from '../../../shared/tools/partners/schema'

const wordKeys = [...textFields, ...listFields].map(({ key }) => key)

type Text = 'name' | 'sector' | 'level' | 'team' | 'contact' | 'hours' | 'joinedOn' | 'backing' | (typeof wordKeys)[number]

/** A partner as it stands in a form: every field but the seats as the text that was typed or chosen. */
export interface PartnerDraft {
  readonly texts: Readonly<Record<Text, string>>
  readonly seats: readonly string[]
}

/** Sentences beside the fields that cannot be stored as they stand. */
export type DraftFaults = Partial<Record<Text, string>>

/** The form of a partner; an empty one for nobody yet. */
export function draftOf(partner: Partial<PartnerFields>): PartnerDraft {
  const words = wordKeys.map((key) => [key, asText(partner[key])])
  return {
    texts: {
      name: partner.name ?? '',
      sector: partner.sector ?? '',
      level: partner.level ?? '',
      team: partner.team ?? '',
      contact: partner.contact ?? '',
      hours: asText(partner.hoursPerMonth),
      joinedOn: partner.joinedOn ?? '',
      backing: partner.backing ?? '',
      ...(Object.fromEntries(words) as Record<(typeof wordKeys)[number], string>), // one entry a key
    },
    seats: partner.seats ?? [],
  }
}

/** What a form says, as it would be stored. Ask `faultsOf` first. */
export function fieldsOf({ texts, seats }: PartnerDraft): PartnerFields {
  const said = (key: Text) => texts[key].trim() || undefined
  return {
    name: texts.name.trim(),
    sector: said('sector'),
    level: Level.safeParse(texts.level).data,
    team: Team.safeParse(texts.team).data,
    contact: said('contact'),
    hoursPerMonth: texts.hours.trim() === '' ? undefined : numberIn(texts.hours),
    seats: [...seats],
    joinedOn: Day.safeParse(texts.joinedOn).data,
    backing: Backing.safeParse(texts.backing).data,
    ...Object.fromEntries(textFields.map(({ key }) => [key, said(key)])),
    ...Object.fromEntries(listFields.map(({ key }) => [key, entriesIn(texts[key])])),
  }
}

/** What keeps a form from being stored. `others` are the other partners of the roster. */
export function faultsOf({ texts }: PartnerDraft, others: readonly Partner[]): DraftFaults {
  const same = others.find(({ name }) => nameKey(name) === nameKey(texts.name))
  const faults: DraftFaults = {}
  if (nameKey(texts.name) === '') faults.name = 'Type the name of the organisation.'
  else if (same) faults.name = `${same.name} is on the list already.`
  const hours = numberIn(texts.hours)
  if (texts.hours.trim() !== '' && !(hours >= 0 && hours <= mostHoursPerMonth))
    faults.hours = `Type a number from 0 to ${mostHoursPerMonth}.`
  for (const { key } of listFields) if (entriesOf(texts[key]).length > mostEntries) faults[key] = `At most ${mostEntries} entries fit here.`
  return faults
}

/** Only what this person changed, so that what others change meanwhile stays. */
export function changesFrom(before: PartnerFields, after: PartnerFields): Partial<PartnerFields> {
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(before[field as keyof PartnerFields]) !== JSON.stringify(value),
  )
  return Object.fromEntries(changed) as Partial<PartnerFields> // a subset of the same entries
}

function entriesIn(text: string): string[] | undefined {
  const entries = entriesOf(text)
  return entries.length === 0 ? undefined : entries
}

function asText(value: string | number | readonly string[] | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'object' ? value.join('\n') : String(value)
}

function numberIn(text: string): number {
  return Number(text.replace(',', '.'))
}
