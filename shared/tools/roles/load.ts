import type { Party } from '../tool'
import { lettersOf } from './letters'
import { type RoleModel, workLetters } from './models'
import type { RuledRow } from './rules'

/** What a chart asks of one partner. */
export interface PartyLoad {
  readonly party: Party
  /** Rows in which it has the once-only letter, contested ones included. */
  readonly leads: number
  /** Rows in which it does something. */
  readonly works: number
  readonly byLetter: Readonly<Record<string, number>>
}

/** The load of every partner, those who lead the most first. */
export function loads(model: RoleModel, rows: readonly RuledRow[], parties: readonly Party[]): readonly PartyLoad[] {
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
      byLetter,
    }
  })
  return all.sort((a, b) => b.leads - a.leads || b.works - a.works || a.party.name.localeCompare(b.party.name, 'en'))
}
