import type { Party } from '../tool'
import { lettersOf } from './letters'
import { type RoleModel, workLetters } from './models'
import type { Duty } from './schema'

/** The part of a row that the load is read from. */
export type LoadedRow = Pick<Duty, 'cells' | 'claims' | 'hoursPerMonth'>

/** What a responsibility takes each partner that works in it while nobody has said. Our own threshold. */
export const usualHours = 1

/** The hours a month that a chart asks of one partner, in how many rows, and whether somebody said them for any of those. */
export function hoursOf(model: RoleModel, rows: readonly LoadedRow[], partyId: string) {
  const work = workLetters(model)
  const mine = rows.filter((row) => lettersOf(row, partyId, model).some((letter) => work.includes(letter)))
  return {
    rows: mine.length,
    hours: mine.reduce((sum, { hoursPerMonth = usualHours }) => sum + hoursPerMonth, 0),
    isSaid: mine.some(({ hoursPerMonth }) => hoursPerMonth !== undefined),
  }
}

/** What a chart asks of one partner. */
export interface PartyLoad {
  readonly party: Party
  /** Rows in which it has the once-only letter, contested ones included. */
  readonly leads: number
  /** Rows in which it does something. */
  readonly works: number
  /** What those take in a month. */
  readonly hours: number
  readonly byLetter: Readonly<Record<string, number>>
}

/** The load of every partner, those who lead the most first. */
export function loads(model: RoleModel, rows: readonly LoadedRow[], parties: readonly Party[]): readonly PartyLoad[] {
  const work = workLetters(model)
  const all = parties.map((party): PartyLoad => {
    const held = rows.map((row) => lettersOf(row, party.id, model))
    const byLetter = Object.fromEntries(
      model.letters.map(({ letter }) => [letter, held.filter((letters) => letters.includes(letter)).length]),
    )
    return {
      party,
      leads: byLetter[model.once] ?? 0,
      works: held.filter((letters) => letters.some((letter) => work.includes(letter))).length,
      hours: hoursOf(model, rows, party.id).hours,
      byLetter,
    }
  })
  return all.sort((a, b) => b.leads - a.leads || b.works - a.works || a.party.name.localeCompare(b.party.name, 'en'))
}

/** Somebody who could take a responsibility. */
export interface Taker {
  readonly party: Party
  /** What is left of its hours once it has taken it. */
  readonly hoursLeft: number
  readonly hasSkill: boolean
}

/** Partners that can take a row in the hours they gave, those with its skill first, then those with most time. */
export function takersOf(
  model: RoleModel,
  rows: readonly LoadedRow[],
  parties: readonly Party[],
  duty: LoadedRow & Pick<Duty, 'skill'>,
  exceptId?: string,
): readonly Taker[] {
  const work = workLetters(model)
  const takers = parties.flatMap((party): Taker[] => {
    if (party.id === exceptId || party.hoursPerMonth === undefined) return []
    const takesPart = lettersOf(duty, party.id, model).some((letter) => work.includes(letter))
    const more = takesPart ? 0 : (duty.hoursPerMonth ?? usualHours)
    const hoursLeft = party.hoursPerMonth - hoursOf(model, rows, party.id).hours - more
    return hoursLeft < 0 ? [] : [{ party, hoursLeft, hasSkill: hasSkill(party, duty.skill) }]
  })
  return takers.sort((a, b) => Number(b.hasSkill) - Number(a.hasSkill) || b.hoursLeft - a.hoursLeft)
}

function hasSkill({ skills = [] }: Party, skill: string | undefined): boolean {
  const asked = skill?.trim().toLocaleLowerCase('en')
  return asked !== undefined && asked !== '' && skills.some((each) => each.trim().toLocaleLowerCase('en') === asked)
}
