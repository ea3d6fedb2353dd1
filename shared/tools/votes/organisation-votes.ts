import { organisationKey } from './organisation'
import type { Allocation, RoundOption } from './schema'

/** Votes of organisations as exact fractions: each number is so many parts of a vote that has `of` parts. */
export interface OrganisationVotes {
  readonly of: bigint
  /** All organisations together, in the order of the round's options. */
  readonly votes: readonly bigint[]
  /** The same for each organisation by its key; together they make one whole vote. */
  readonly shares: ReadonlyMap<string, readonly bigint[]>
}

/** Key of people who named no organisation; no organisation's key is empty. */
export const unnamed = ''

/**
 * Counts one vote for every organisation, shared equally by those of its people who voted; people who named none share one
 * vote too, so that nobody's is lost and nobody gains by naming none. Parts are whole numbers: equal is equal.
 */
export function organisationVotes(
  options: readonly RoundOption[],
  ballots: readonly { readonly organisation?: string | undefined; readonly allocation: Allocation }[],
): OrganisationVotes {
  const places = new Map<string, number>(options.map(({ id }, place) => [id, place]))
  const houses = new Map<string, { people: number; readonly votes: number[] }>()
  for (const { organisation, allocation } of ballots) {
    const key = organisationKey(organisation) ?? unnamed
    const house = houses.get(key) ?? { people: 0, votes: options.map(() => 0) }
    houses.set(key, house)
    house.people += 1
    for (const [id, value] of Object.entries(allocation)) {
      const place = places.get(id)
      if (place !== undefined) house.votes[place] = (house.votes[place] ?? 0) + value
    }
  }
  const of = [...houses.values()].reduce((common, { people }) => leastCommonMultiple(common, BigInt(people)), 1n)
  const shares = new Map(
    [...houses].map(([key, { people, votes }]) => [key, votes.map((vote) => BigInt(vote) * (of / BigInt(people)))] as const),
  )
  const votes = options.map((_, place) => [...shares.values()].reduce((sum, share) => sum + (share[place] ?? 0n), 0n))
  return { of, votes, shares }
}

/** A fraction as one writes it: `2`, `1/3`, `2 1/2`. */
export function fractionInWords(parts: bigint, of: bigint): string {
  const whole = parts / of
  const rest = parts % of
  if (rest === 0n) return `${whole}`
  const by = greatestCommonDivisor(rest, of)
  const fraction = `${rest / by}/${of / by}`
  return whole === 0n ? fraction : `${whole} ${fraction}`
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}
