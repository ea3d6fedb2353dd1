import { mostOwnLetters, ownLettersOf } from '../../../shared/tools/roles/own'
import type { Chart, Standing } from '../../../shared/tools/roles/schema'

/** A letter as it is being written. */
export interface LetterDraft {
  /** Tells the lines of the form apart. */
  readonly key: string
  readonly letter: string
  readonly name: string
  readonly stands: Standing
  readonly works: boolean
}

export const standings: readonly { readonly value: Standing; readonly label: string }[] = [
  { value: 'once', label: 'Exactly one partner' },
  { value: 'some', label: 'At least one partner' },
  { value: 'free', label: 'As many as it takes' },
]

/** What the form begins with: the chart's letters, or three to start from. */
export function draftsOf(own: Chart['own']): readonly LetterDraft[] {
  const letters = ownLettersOf(own)
  if (letters.length > 0) return letters.map(({ letter, name, stands, works }) => ({ key: letter, letter, name, stands, works }))
  return [
    { key: 'H', letter: 'H', name: 'Hosts', stands: 'once', works: true },
    { key: 'D', letter: 'D', name: 'Does', stands: 'some', works: true },
    { key: 'K', letter: 'K', name: 'Kept informed', stands: 'free', works: false },
  ]
}

/** What is the matter with the letters, as a sentence; undefined when they can be saved. */
export function lettersFault(drafts: readonly LetterDraft[]): string | undefined {
  if (drafts.length === 0) return 'A chart needs at least one letter.'
  if (drafts.length > mostOwnLetters) return `A chart has at most ${mostOwnLetters} letters.`
  if (drafts.some(({ letter }) => !/^[A-Z]$/.test(letter))) return 'Each line needs one letter from A to Z.'
  if (drafts.some(({ name }) => name.trim() === '')) return 'Each letter needs a word that says what it means.'
  const letters = drafts.map(({ letter }) => letter)
  const twice = letters.find((letter, index) => letters.indexOf(letter) !== index)
  return twice === undefined ? undefined : `${twice} stands twice. Choose another letter.`
}
