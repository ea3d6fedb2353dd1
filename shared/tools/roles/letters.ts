import { type RoleModel, sortLetters } from './models'
import type { Duty } from './schema'

/**
 * The partner that holds the once-only letter; every replica with the same row answers the same.
 *
 * A register counts only together with its claim: after concurrent writes it may point at a partner whose claim
 * was taken back meanwhile; then the oldest claim stands.
 */
export function holderOf({ holder, claims }: Pick<Duty, 'holder' | 'claims'>): string | undefined {
  if (holder !== undefined && holder in claims) return holder
  return Object.entries(claims).sort(([a, aMs], [b, bMs]) => aMs - bMs || (a < b ? -1 : 1))[0]?.[0]
}

/** Partners that also claim the once-only letter: a conflict to settle. */
export function contestedBy(duty: Pick<Duty, 'holder' | 'claims'>): readonly string[] {
  const holder = holderOf(duty)
  return Object.keys(duty.claims)
    .filter((party) => party !== holder)
    .sort()
}

/** Whether several partners of the roster claim the once-only letter; those who left do not count. */
export function isContested({ claims }: Pick<Duty, 'claims'>, parties: readonly { readonly id: string }[]): boolean {
  return parties.filter(({ id }) => id in claims).length > 1
}

/** Who gave the once-only letter to its present holder; undefined when that cannot be told. */
export function givenBy(duty: Pick<Duty, 'holder' | 'claims' | 'holderBy'>): string | undefined {
  return duty.holderBy && duty.holderBy.party === holderOf(duty) ? duty.holderBy.id : undefined
}

/**
 * The letters of one partner in a row, contested ones included, in the model's order. The once-only letter comes
 * from its claims alone: one that stands among the typed letters was typed while it meant something else.
 */
export function lettersOf({ cells, claims }: Pick<Duty, 'cells' | 'claims'>, party: string, model: RoleModel): readonly string[] {
  const typed = cells[party]
  const claimed = party in claims
  // Nearly every cell of a chart is one of these two, and a wide chart has thousands.
  if (typed === undefined && !claimed) return none
  if (typed?.length === 1 && !claimed) return isFree(typed, model) ? [typed] : none
  const letters = typed?.split('/').filter((letter) => isFree(letter, model)) ?? []
  return sortLetters(model, claimed ? [model.once, ...letters] : letters)
}

const none: readonly string[] = []

/** Letters that were stored but mean nothing in this model, for example after an older client wrote. */
export function unknownLetters(duty: Pick<Duty, 'cells'>, party: string, model: RoleModel): readonly string[] {
  const typed = duty.cells[party]?.split('/') ?? []
  return typed.filter((letter) => !isFree(letter, model))
}

/** A letter of the model that may stand in any number of cells of a row. */
function isFree(letter: string, model: RoleModel): boolean {
  return letter !== model.once && model.letters.some((each) => each.letter === letter)
}

/** What a cell says on screen and in exports: the once-only letter first, `A/R`; or nothing. */
export function cellText(model: RoleModel, letters: readonly string[]): string {
  return [...letters].sort((a, b) => Number(b === model.once) - Number(a === model.once)).join('/')
}
