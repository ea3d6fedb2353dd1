import type { Backing, Partner } from './schema'

/** A field of words: its label on a form and in the document, its column in a file. */
export interface TextField {
  readonly key: 'goals' | 'resources' | 'measures' | 'requirements' | 'pledgedAction' | 'pledgedMoney' | 'pledgedLegislation' | 'note'
  readonly label: string
  readonly hint?: string
  readonly column: string
}

/** A field of short entries, one a line on a form. */
export interface ListField {
  readonly key: 'people' | 'populations' | 'skills'
  readonly label: string
  readonly hint: string
  readonly column: string
}

/** What a partner needs from the work, and what it brings. */
export const aimFields: readonly TextField[] = [
  { key: 'goals', label: 'Goals', hint: 'What a win would be for them.', column: 'goals' },
  { key: 'resources', label: 'Resources they offer', hint: 'Money, staff, rooms, equipment, data.', column: 'resources' },
  { key: 'measures', label: 'Performance measures', hint: 'What they are held to.', column: 'measures' },
  { key: 'requirements', label: 'Requirements', hint: 'What law or funders ask of them, or forbid.', column: 'requirements' },
]

/** What a champion or endorser pledged, by kind. */
export const pledgeFields: readonly TextField[] = [
  { key: 'pledgedAction', label: 'Pledged action', column: 'pledged_action' },
  { key: 'pledgedMoney', label: 'Pledged money', column: 'pledged_money' },
  { key: 'pledgedLegislation', label: 'Pledged legislation', column: 'pledged_legislation' },
]

export const noteField: TextField = { key: 'note', label: 'Note', column: 'note' }

export const listFields: readonly ListField[] = [
  { key: 'people', label: 'People', hint: 'One a line, with their role: Denise Carter, Director.', column: 'people' },
  { key: 'populations', label: 'Populations they serve', hint: 'One a line.', column: 'populations' },
  { key: 'skills', label: 'Skills they have', hint: 'One a line, such as facilitation or data analysis.', column: 'skills' },
]

export const textFields: readonly TextField[] = [...aimFields, ...pledgeFields, noteField]

/** How a partner backs the work. */
export const backings: readonly { readonly id: Backing; readonly label: string }[] = [
  { id: 'champion', label: 'Champion' },
  { id: 'endorser', label: 'Endorser' },
]

/** The entries of a text with one a line or parted by semicolons; none twice. */
export function entriesOf(text: string): string[] {
  const entries = text
    .split(/[;\r\n]+/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
  return [...new Set(entries)]
}

/** What a partner pledged, each kind in words. */
export function pledgesOf(partner: Partner): readonly { readonly label: string; readonly words: string }[] {
  return pledgeFields.flatMap(({ key, label }) => {
    const words = partner[key]
    return words === undefined ? [] : [{ label, words }]
  })
}
