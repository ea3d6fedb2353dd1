import { atLeast } from '../../../shared/access/actor'
import type { Participant } from '../../../shared/workshop/schema'
import type { Presence } from '../presence'

/** Whether others are told if this person is connected. Voters and observers send nothing of the kind, so nothing is said of them. */
export function showsPresence({ role }: Pick<Participant, 'role'>): boolean {
  return atLeast(role, 'contributor')
}

/** How many are connected of those of whom it is known: `3 people here`, or `3 of 4 here`. */
export function hereWords(everybody: readonly Participant[], presence: ReadonlyMap<string, Presence>, ownId: string): string {
  const known = everybody.filter(showsPresence)
  const here = known.filter(({ id }) => id === ownId || presence.has(id)).length
  if (here < known.length) return `${here} of ${known.length} here`
  return here === 1 ? '1 person here' : `${here} people here`
}
