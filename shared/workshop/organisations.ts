import type { Role } from '../access/actor'
import { roles } from '../access/actor'
import type { Participant } from './schema'
import { presentParticipants } from './selectors'

/** People by organisation, the largest first, those without one last; leaders first within each. */
export interface OrganisationGroup {
  /** Undefined for people who came on their own. */
  readonly organisation: string | undefined
  readonly people: readonly Participant[]
}
export function peopleByOrganisation(all: readonly Participant[]): readonly OrganisationGroup[] {
  const groups = new Map<string | undefined, Participant[]>()
  for (const person of presentParticipants(all)) {
    const key = person.organisation?.trim() || undefined
    groups.set(key, [...(groups.get(key) ?? []), person])
  }
  return [...groups]
    .map(([organisation, people]) => ({ organisation, people: people.sort(byRoleThenName) }))
    .sort((a, b) => {
      if (a.organisation === undefined || b.organisation === undefined) return a.organisation === undefined ? 1 : -1
      return b.people.length - a.people.length || a.organisation.localeCompare(b.organisation)
    })
}

function byRoleThenName(a: Participant, b: Participant): number {
  return roleRank(a.role) - roleRank(b.role) || a.name.localeCompare(b.name) || a.joinedAtMs - b.joinedAtMs
}

function roleRank(role: Role): number {
  return roles.indexOf(role)
}
