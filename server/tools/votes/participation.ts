import { organisationKey } from '../../../shared/tools/votes/organisation'
import type { AgreementSummary } from '../server-tool'
import type { Person } from './ledger'

type Part = NonNullable<AgreementSummary['participation']>[number]
/** People of one organisation; `name` is absent for those who named none. */
interface Group {
  readonly name?: string
  readonly people: readonly Person[]
}

/** In a secret check an organisation with fewer people is not told apart: its count would tell who answered. */
const fewestTold = 3

/**
 * How many of each organisation's people answered, largest first, everybody else last; it never says who.
 *
 * @param isSecret whether organisations with fewer than three people are counted together with everybody else; where these
 * would themselves be fewer than three, the smallest of the others joins them, so that no subtraction tells them apart
 */
export function participationOf(electorate: readonly Person[], answered: ReadonlySet<string>, isSecret: boolean): readonly Part[] {
  const groups = groupsOf(electorate)
  const told = groups.filter(({ name, people }) => name !== undefined && !(isSecret && people.length < fewestTold))
  const rest = groups.filter((group) => !told.includes(group)).flatMap(({ people }) => people)
  if (isSecret && rest.length > 0 && rest.length < fewestTold) rest.push(...(told.pop()?.people ?? []))
  return [...told, ...(rest.length > 0 ? [{ people: rest }] : [])].map(({ name, people }: Group) => ({
    ...(name === undefined ? {} : { organisation: name }),
    eligible: people.length,
    answered: people.filter(({ id }) => answered.has(id)).length,
  }))
}

function groupsOf(electorate: readonly Person[]): readonly Group[] {
  const byKey = new Map<string | undefined, Person[]>()
  for (const person of electorate) {
    const key = organisationKey(person.organisation)
    byKey.set(key, [...(byKey.get(key) ?? []), person])
  }
  const groups = [...byKey].map(([key, people]): Group => {
    const name = people[0]?.organisation?.trim()
    return key === undefined || name === undefined ? { people } : { name, people }
  })
  return groups.sort((a, b) => b.people.length - a.people.length || (a.name ?? '').localeCompare(b.name ?? '', 'en'))
}
