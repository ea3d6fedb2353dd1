import type { Breakdown } from '../../shared/tools/votes/schema'

/** Somebody in a secret round: where they stand, which all may know, and what they back, which nobody may. */
export interface Voter {
  readonly sector?: string | undefined
  readonly level?: string | undefined
  readonly organisation?: string | undefined
  /** Places of the options. */
  readonly backs: readonly number[]
}

/** People who are alike in everything that is known of them. */
interface Kind {
  readonly like: Voter
  readonly people: readonly Voter[]
}

/** What is the same in every way of giving the ballots to the people that fits all that was published. */
interface Determined {
  /** As `sector A option 1`, of every group of every trait. */
  readonly determinedCells: readonly string[]
  /** As `kind 2 backs option 1`, where all people of the kind are known to back it, or all not to. */
  readonly determinedChoices: readonly string[]
}

const traits = ['sector', 'level', 'organisation'] as const

/** Tries every way. Only for a dozen voters of two or three kinds. */
export function otherWays(voters: readonly Voter[], said: readonly Breakdown[], optionCount: number): Determined {
  const kinds = kindsOf(voters)
  const counts = kinds.map(() => Array.from({ length: optionCount }, () => 0))
  const left = kinds.map(({ people }) => people.length)
  const truth = kinds.map(({ people }) => columnSums(people, optionCount))
  const houses = housesBehind(kinds, truth, optionCount)
  const cells = new Map<string, Set<number>>()
  const mixed = new Set<string>()

  function fits(): boolean {
    if (housesBehind(kinds, counts, optionCount) !== houses) return false
    return said.every(({ by, groups }) =>
      groups.every(({ name, counts: own }) => own.every((count, option) => count === null || count === sumOf(by, name, option))),
    )
  }
  function sumOf(by: Breakdown['by'], name: string, option: number): number {
    return kinds.reduce((sum, { like }, kind) => (groupName(like[by]) === name ? sum + (counts[kind]?.[option] ?? 0) : sum), 0)
  }
  function note(): void {
    for (const by of traits) {
      for (const name of new Set(kinds.map(({ like }) => groupName(like[by])))) {
        for (let option = 0; option < optionCount; option += 1) {
          const cell = `${by} ${name} option ${option}`
          cells.set(cell, (cells.get(cell) ?? new Set()).add(sumOf(by, name, option)))
        }
      }
    }
    for (const [kind, { people }] of kinds.entries()) {
      for (const [option, count] of (counts[kind] ?? []).entries()) {
        if (count < people.length) mixed.add(`kind ${kind} leaves out option ${option}`)
        if (count > 0) mixed.add(`kind ${kind} backs option ${option}`)
      }
    }
  }
  function give(ballot: number): void {
    const own = voters[ballot]
    if (!own) {
      if (fits()) note()
      return
    }
    for (const kind of kinds.keys()) {
      if (!left[kind]) continue
      change(kind, own, 1)
      give(ballot + 1)
      change(kind, own, -1)
    }
  }
  function change(kind: number, { backs }: Voter, by: 1 | -1): void {
    left[kind] = (left[kind] ?? 0) - by
    const own = counts[kind] ?? []
    for (const option of backs) own[option] = (own[option] ?? 0) + by
  }

  give(0)
  return {
    determinedCells: [...cells].flatMap(([cell, values]) => (values.size === 1 ? [cell] : [])),
    determinedChoices: allChoices(kinds, truth).filter((choice) => !mixed.has(opposite(choice))),
  }
}

/** What people of each kind do. */
function allChoices(kinds: readonly Kind[], truth: readonly (readonly number[])[]): string[] {
  return kinds.flatMap(({ people }, kind) =>
    (truth[kind] ?? []).flatMap((count, option) => [
      ...(count > 0 ? [`kind ${kind} backs option ${option}`] : []),
      ...(count < people.length ? [`kind ${kind} leaves out option ${option}`] : []),
    ]),
  )
}

function opposite(choice: string): string {
  return choice.includes('backs') ? choice.replace('backs', 'leaves out') : choice.replace('leaves out', 'backs')
}

/** Whether a hidden cell is a sum or difference of totals and shown cells, whatever the ballots were. */
export function isDetermined(voters: readonly Voter[], said: readonly Breakdown[], by: Breakdown, group: number, option: number): boolean {
  const kinds = kindsOf(voters)
  const people = kinds.map((kind) => kind.people.length)
  const total = voters.filter(({ backs }) => backs.includes(option)).length
  // What nobody or everybody backs is known of everyone from its total.
  if (total === 0 || total === voters.length) return false
  const rowOf = (trait: Breakdown['by'], name: string) => kinds.map(({ like }) => (groupName(like[trait]) === name ? 1 : 0))
  const known = [
    people.map(() => 1),
    ...said.flatMap((one) => one.groups.flatMap(({ name, counts }) => (counts[option] === null ? [] : [rowOf(one.by, name)]))),
  ]
  const asked = rowOf(by.by, by.groups[group]?.name ?? '')
  if (asked.every((part) => part === 0)) return false
  return rankOf([...known, asked]) === rankOf(known)
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row])
  const width = left[0]?.length ?? 0
  let rank = 0
  for (let column = 0; column < width; column += 1) {
    const pivot = left.findIndex((row, place) => place >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (pivot < 0) continue
    const [taken] = left.splice(pivot, 1)
    if (!taken) continue
    left.splice(rank, 0, taken)
    for (const [place, row] of left.entries()) {
      if (place <= rank) continue
      const factor = (row[column] ?? 0) / (taken[column] ?? 1)
      for (let at = column; at < width; at += 1) row[at] = (row[at] ?? 0) - factor * (taken[at] ?? 0)
    }
    rank += 1
  }
  return rank
}

function kindsOf(voters: readonly Voter[]): readonly Kind[] {
  const kinds = new Map<string, Voter[]>()
  for (const voter of voters) {
    const key = traits.map((trait) => voter[trait] ?? '').join('|')
    kinds.set(key, [...(kinds.get(key) ?? []), voter])
  }
  return [...kinds.values()].flatMap((people) => (people[0] ? [{ like: people[0], people }] : []))
}

function columnSums(people: readonly Voter[], optionCount: number): number[] {
  return Array.from({ length: optionCount }, (_, option) => people.filter(({ backs }) => backs.includes(option)).length)
}

/** How many organisations stand behind each option, which is published too. */
function housesBehind(kinds: readonly Kind[], counts: readonly (readonly number[])[], optionCount: number): string {
  return Array.from({ length: optionCount }, (_, option) => {
    const houses = kinds.flatMap(({ like }, kind) => (like.organisation && counts[kind]?.[option] ? [like.organisation] : []))
    return new Set(houses).size
  }).join()
}

function groupName(said: string | undefined): string {
  return said ?? 'Not said'
}
