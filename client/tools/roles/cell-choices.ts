import { letterName, mayHold, type RoleModel, sortLetters, workLetters } from '../../../shared/tools/roles/models'

/** One thing that a cell can hold. */
export interface CellChoice {
  readonly letters: readonly string[]
  /** For example `Accountable and Responsible`. */
  readonly label: string
}

/** Everything a cell of this model can hold, the strongest first, nothing last. */
export function cellChoices(model: RoleModel): readonly CellChoice[] {
  const singles = model.letters.map(({ letter }) => [letter])
  const once = singles.filter(([letter]) => letter === model.once)
  const others = singles.filter(([letter]) => letter !== model.once)
  return [...model.cellMayHold, ...once, ...others, []].map((letters) => ({ letters, label: lettersLabel(model, letters) }))
}

/** A cell in words: `Accountable and Responsible`, or `Nothing`. */
export function lettersLabel(model: RoleModel, letters: readonly string[]): string {
  return letters.length === 0 ? 'Nothing' : letters.map((letter) => letterName(model, letter)).join(' and ')
}

/**
 * What typing a letter makes of a cell: it joins what stands there if the two may stand together, else it replaces it.
 *
 * @returns undefined when the key is no letter of the model
 */
export function typedLetters(model: RoleModel, present: readonly string[], key: string): readonly string[] | undefined {
  const letter = model.letters.find((each) => each.letter === key.toUpperCase())?.letter
  if (!letter) return undefined
  const joined = sortLetters(model, [...present, letter])
  return mayHold(model, joined) ? joined : [letter]
}

/** How a cell looks: what it says at its strongest. */
export function cellLook(model: RoleModel, letters: readonly string[]): 'once' | 'work' | 'asked' | 'told' | 'none' {
  if (letters.length === 0) return 'none'
  if (letters.includes(model.once)) return 'once'
  const names = letters.map((letter) => letterName(model, letter))
  if (names.includes('Informed')) return 'told'
  return letters.some((letter) => workLetters(model).includes(letter)) ? 'work' : 'asked'
}
