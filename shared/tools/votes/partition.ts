import leadershipTeam from '../../content/leadership-team.json'
import { organisationKey } from './organisation'
import type { Breakdown } from './schema'

/** Where somebody stands, as they said when they came in. */
export interface Affiliation {
  readonly organisation?: string | undefined
  readonly sector?: string | undefined
  readonly level?: string | undefined
}

/** People told apart by one trait. */
export interface Partition {
  readonly by: Breakdown['by']
  readonly names: readonly string[]
  /** The place of somebody's group in `names`. */
  groupOf(person: Affiliation): number
}

/** The group of those who did not say. */
const notSaid = 'Not said'

/** The sectors and levels that people choose from, by their id. */
const labels = new Map(
  [...leadershipTeam.sectors, ...leadershipTeam.levels].map(({ id, label }) => [id, label.replace('organization', 'organisation')]),
)

/** Sector, level and organisation, each where people stand in more than one group of it. Spelling makes no second group. */
export function partitionsOf(people: readonly Affiliation[]): readonly Partition[] {
  return (['sector', 'level', 'organisation'] as const).map((by) => partitionBy(by, people)).filter(({ names }) => names.length > 1)
}

function partitionBy(by: Breakdown['by'], people: readonly Affiliation[]): Partition {
  const nameOf = new Map<string, string>()
  for (const { [by]: said } of people) {
    const key = organisationKey(said) ?? ''
    const name = said === undefined || key === '' ? notSaid : labelOf(by, said)
    const before = nameOf.get(key)
    // Of several spellings the same one every time.
    if (before === undefined || name < before) nameOf.set(key, name)
  }
  const sorted = [...nameOf].sort(([a, name], [b, other]) => Number(a === '') - Number(b === '') || (name < other ? -1 : 1))
  const places = new Map(sorted.map(([key], place) => [key, place]))
  return {
    by,
    names: sorted.map(([, name]) => name),
    groupOf: (person) => places.get(organisationKey(person[by]) ?? '') ?? -1,
  }
}

function labelOf(by: Breakdown['by'], said: string): string {
  const plain = said.trim().replace(/\s+/g, ' ')
  return by === 'organisation' ? plain : (labels.get(plain) ?? plain)
}
