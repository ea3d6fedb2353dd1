import { nameKey } from '../../doc/name-key'
import { byOrder } from '../../doc/order'
import { joined } from '../../doc/words'
import { sectors } from './recommended-team'
import type { Partner, Team } from './schema'
import { Team as TeamSchema } from './schema'

/** More than this many names in a sentence are counted. */
const mostNamed = 3

/** The partners on the roster, in its order. */
export function onRoster(all: readonly Partner[]): readonly Partner[] {
  return all.filter(({ removedAtMs }) => removedAtMs === undefined).sort(byOrder)
}

/** The partners on the roster that have said what they want from the work, and those that have not. */
export function saidGoals(all: readonly Partner[]): { readonly said: readonly Partner[]; readonly silent: readonly Partner[] } {
  const roster = onRoster(all)
  return { said: roster.filter(({ goals }) => goals !== undefined), silent: roster.filter(({ goals }) => goals === undefined) }
}

/** Who has not said what a win is for them: three names at most, then how many more. */
export function silentInWords(silent: readonly Partner[]): string {
  const named = silent.slice(0, mostNamed).map(({ name }) => name)
  const more = silent.length - named.length
  return joined(more > 0 ? [...named, `${more} more`] : named)
}

/** The partners that were taken off the list, the last first. */
export function takenOff(all: readonly Partner[]): readonly Partner[] {
  return all.filter(({ removedAtMs }) => removedAtMs !== undefined).sort((a, b) => (b.removedAtMs ?? 0) - (a.removedAtMs ?? 0))
}

/** Partners of one sector; without a sector last. */
export interface SectorGroup {
  readonly id: string
  readonly label: string
  readonly partners: readonly Partner[]
}

/** The roster by sector, in the order of the recommended team; empty sectors are left out. */
export function bySector(all: readonly Partner[]): readonly SectorGroup[] {
  const roster = onRoster(all)
  const known = sectors.map(({ id, label }) => ({ id, label, partners: roster.filter(({ sector }) => sector === id) }))
  const others = roster.filter(({ sector }) => !sectors.some(({ id }) => id === sector))
  return [...known, { id: '', label: 'No sector yet', partners: others }].filter((group) => group.partners.length > 0)
}

/** The roster by ring, from the middle outwards, and who is in none. */
export function byTeam(all: readonly Partner[]): {
  readonly rings: Readonly<Record<Team, readonly Partner[]>>
  readonly unplaced: readonly Partner[]
} {
  const roster = onRoster(all)
  const ring = (team: Team) => roster.filter((partner) => partner.team === team)
  const [leadership, operations, stakeholders] = TeamSchema.options.map(ring)
  return {
    rings: { leadership: leadership ?? [], operations: operations ?? [], stakeholders: stakeholders ?? [] },
    unplaced: roster.filter(({ team }) => team === undefined),
  }
}

/** The people who said that they come from this partner. */
export function peopleOf<P extends { readonly organisation?: string | undefined; readonly removed?: boolean | undefined }>(
  partner: Partner,
  people: readonly P[],
): readonly P[] {
  const key = nameKey(partner.name)
  return people.filter(({ organisation, removed }) => !removed && organisation !== undefined && nameKey(organisation) === key)
}
