import leadershipTeam from '../../content/leadership-team.json' with { type: 'json' }
import { organisationKey } from './organisation'
import type { Breakdown, Constituency } from './schema'

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

/** Whether somebody belongs to a constituency; spelling makes no difference. */
export function belongsTo(person: Affiliation, { by, name }: Constituency): boolean {
  const own = groupName(person, by)
  return own !== undefined && organisationKey(own) === organisationKey(name)
}

/** The name of somebody's group as breakdowns have it; undefined where they did not say. */
export function groupName(person: Affiliation, by: Breakdown['by']): string | undefined {
  const said = person[by]
  return said === undefined || organisationKey(said) === undefined ? undefined : labelOf(by, said)
}

function partitionBy(by: Breakdown['by'], people: readonly Affiliation[]): Partition {
  const nameOf = new Map<string, string>()
  const keyOf = (person: Affiliation) => organisationKey(groupName(person, by)) ?? ''
  for (const person of people) {
    const key = keyOf(person)
    const name = groupName(person, by) ?? notSaid
    const before = nameOf.get(key)
    // Of several spellings the same one every time.
    if (before === undefined || name < before) nameOf.set(key, name)
  }
  const sorted = [...nameOf].sort(([a, name], [b, other]) => Number(a === '') - Number(b === '') || (name < other ? -1 : 1))
  const places = new Map(sorted.map(([key], place) => [key, place]))
  return {
    by,
    names: sorted.map(([, name]) => name),
    groupOf: (person) => places.get(keyOf(person)) ?? -1,
  }
}

function labelOf(by: Breakdown['by'], said: string): string {
  const plain = said.trim().replace(/\s+/g, ' ')
  return by === 'organisation' ? plain : (labels.get(plain) ?? plain)
}
