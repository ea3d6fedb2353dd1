import { organisationKey } from './organisation'
import { type Affiliation, groupName } from './partition'
import { breakdownKinds, type Constituency } from './schema'

/** The constituencies that these people and partners stand for, sectors first, each once and by name. */
export function constituenciesOf(affiliations: readonly Affiliation[]): readonly Constituency[] {
  return breakdownKinds.flatMap((by) => {
    const names = new Map<string, string>()
    for (const affiliation of affiliations) {
      const name = groupName(affiliation, by)
      const key = organisationKey(name)
      if (name !== undefined && key !== undefined && !names.has(key)) names.set(key, name)
    }
    return [...names.values()].sort((a, b) => (a < b ? -1 : 1)).map((name) => ({ by, name }))
  })
}

/** Whether two are the same one, in any spelling. */
export function isSameConstituency(a: Constituency, b: Constituency): boolean {
  return a.by === b.by && organisationKey(a.name) === organisationKey(b.name)
}
