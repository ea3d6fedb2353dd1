import { Bits } from './bits'
import { organisationKey } from './organisation'
import type { Affiliation, Partition } from './partition'

/** One way of telling voters apart, with what is true of it and not yet said. */
export interface Part {
  readonly partition: Partition
  /** Group of each voter. */
  readonly groupOf: Int32Array
  /** Voters of each group. */
  readonly voters: readonly number[]
  /** People of each group in each column. */
  readonly counts: readonly (readonly number[])[]
}

/** The voters of a secret round, as somebody would see them who knows all ballots and all people, but not whose is which. */
export interface Crowd {
  readonly size: number
  readonly columnCount: number
  /** People in each column. */
  readonly totals: readonly number[]
  /** One row per voter: the columns in which breakdowns count their ballot. */
  readonly backs: Bits
  /** One row per voter: the columns in which their ballot has anything, for which organisations are counted. */
  readonly touches: Bits
  readonly parts: readonly Part[]
  /** Organisation of each voter; row 0 stands for none. */
  readonly houseOf: Int32Array
  /** One row per organisation: columns in which exactly one of its people has anything, and columns in which nobody has. */
  readonly once: Bits
  readonly never: Bits
}

/** Lays the ballots out for counting and for asking what others could work out. */
export function crowdOf(
  partitions: readonly Partition[],
  people: readonly Affiliation[],
  backed: readonly (readonly number[])[],
  touched: readonly (readonly number[])[],
  columnCount: number,
): Crowd {
  const size = people.length
  const totals = columnSums(columnCount, backed)
  const keys = new Map<string, number>()
  const houseOf = Int32Array.from(people, ({ organisation }) => {
    const key = organisationKey(organisation)
    if (key === undefined) return 0
    const known = keys.get(key) ?? keys.size + 1
    keys.set(key, known)
    return known
  })
  const once = new Bits(keys.size + 1, columnCount)
  const never = new Bits(keys.size + 1, columnCount)
  for (const house of keys.values()) {
    const sums = columnSums(
      columnCount,
      touched.filter((_, voter) => houseOf[voter] === house),
    )
    for (const [column, sum] of sums.entries()) if (sum < 2) (sum === 1 ? once : never).set(house, column)
  }
  const parts = partitions.map((partition) => partOf(partition, people, backed, columnCount))
  return { size, columnCount, totals, backs: rows(backed, columnCount), touches: rows(touched, columnCount), parts, houseOf, once, never }
}

function partOf(partition: Partition, people: readonly Affiliation[], backed: readonly (readonly number[])[], columnCount: number): Part {
  const groupOf = Int32Array.from(people, (person) => partition.groupOf(person))
  const voters = partition.names.map(() => 0)
  const counts = partition.names.map(() => Array.from({ length: columnCount }, () => 0))
  for (const [voter, columns] of backed.entries()) {
    const group = groupOf[voter] ?? -1
    voters[group] = (voters[group] ?? 0) + 1
    const own = counts[group] ?? []
    for (const column of columns) own[column] = (own[column] ?? 0) + 1
  }
  return { partition, groupOf, voters, counts }
}

function rows(columns: readonly (readonly number[])[], columnCount: number): Bits {
  const bits = new Bits(columns.length, columnCount)
  for (const [row, own] of columns.entries()) for (const column of own) bits.set(row, column)
  return bits
}

function columnSums(columnCount: number, columns: readonly (readonly number[])[]): number[] {
  const sums = Array.from({ length: columnCount }, () => 0)
  for (const own of columns) for (const column of own) sums[column] = (sums[column] ?? 0) + 1
  return sums
}
