import { type RoleModel, sortLetters } from './models'
import type { Duty } from './schema'

/**
 * The partner that holds the once-only letter; every replica with the same row answers the same.
 *
 * A register and its claim are written and cleared together; after concurrent writes the register may point at
 * nobody, then the oldest claim stands.
 */
export function holderOf(duty: Pick<Duty, 'holder' | 'claims'>): string | undefined {
  const claims = Object.entries(duty.claims)
  if (duty.holder !== undefined && (claims.length === 0 || duty.holder in duty.claims)) return duty.holder
  return claims.sort(([a, aMs], [b, bMs]) => aMs - bMs || (a < b ? -1 : 1))[0]?.[0]
}

/** Partners that also claim the once-only letter: a conflict to settle. */
export function contestedBy(duty: Pick<Duty, 'holder' | 'claims'>): readonly string[] {
  const holder = holderOf(duty)
  return Object.keys(duty.claims)
    .filter((party) => party !== holder)
    .sort()
}

/** Who gave the once-only letter to its present holder; undefined when that cannot be told. */
export function givenBy(duty: Pick<Duty, 'holder' | 'claims' | 'holderBy'>): string | undefined {
  return duty.holderBy && duty.holderBy.party === holderOf(duty) ? duty.holderBy.id : undefined
}

/** The letters of one partner in a row, contested ones included, in the model's order. */
export function lettersOf(duty: Pick<Duty, 'cells' | 'holder' | 'claims'>, party: string, model: RoleModel): readonly string[] {
  const typed = duty.cells[party]?.split('/') ?? []
  const claims = party in duty.claims || holderOf(duty) === party
  return sortLetters(model, claims ? [model.once, ...typed] : typed)
}

/** Letters that were stored but mean nothing in this model, for example after an older client wrote. */
export function unknownLetters(duty: Pick<Duty, 'cells'>, party: string, model: RoleModel): readonly string[] {
  const typed = duty.cells[party]?.split('/') ?? []
  return typed.filter((letter) => letter === model.once || !model.letters.some((each) => each.letter === letter))
}

/** What a cell says on screen and in exports: `A/R`, or nothing. */
export function cellText(letters: readonly string[]): string {
  return letters.join('/')
}
