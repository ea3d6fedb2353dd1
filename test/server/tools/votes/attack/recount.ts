import type { Terms } from './rules-by-hand'

/** What is said of an option in a result. */
export interface Place {
  readonly dots: number
  readonly people: number
  readonly rank: number
  readonly tied: boolean
}

type Placed = Readonly<Record<string, number>>

/** Counts ballots anew, in the plainest way, by option id. */
export function recount(
  { method, options }: Pick<Terms, 'method' | 'options'>,
  ballots: readonly Placed[],
): Readonly<Record<string, Place>> {
  const given = (id: string) => ballots.map((ballot) => ballot[id] ?? 0).filter((value) => value > 0)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const run = method === 'rank' ? runOff(options, ballots) : undefined
  const counted = options.map((id) => {
    const values = given(id)
    if (run) return { id, dots: run[0]?.get(id) ?? 0, people: values.length, standing: standingIn(run, id, ballots.length) }
    if (method !== 'matrix') return { id, dots: sum(values), people: values.length, standing: [sum(values), 1] as const }
    const [impact, effort] = [sum(values.map((value) => Math.floor(value / 10))), sum(values.map((value) => value % 10))]
    const standing = values.length === 0 ? ([-9, 1] as const) : ([impact - effort, values.length] as const)
    return { id, dots: impact, people: values.length, standing }
  })
  const isBetter = ([a, of]: readonly [number, number], [b, per]: readonly [number, number]) => a * per > b * of
  return Object.fromEntries(
    counted.map(({ id, dots, people, standing }) => {
      const better = counted.filter((other) => isBetter(other.standing, standing)).length
      const worse = counted.filter((other) => isBetter(standing, other.standing)).length
      return [id, { dots, people, rank: better + 1, tied: better + worse < counted.length - 1 }]
    }),
  )
}

/** First choices among those who are left, until one has more than half of them or all are equal; the fewest leave together. */
function runOff(options: readonly string[], ballots: readonly Placed[]): readonly ReadonlyMap<string, number>[] {
  const counts: ReadonlyMap<string, number>[] = []
  for (let left = options; ; ) {
    const firsts = ballots.flatMap((ballot) => {
      const ranked = left.filter((id) => ballot[id]).sort((a, b) => (ballot[a] ?? 0) - (ballot[b] ?? 0))
      return ranked.slice(0, 1)
    })
    const votes = new Map(left.map((id) => [id, firsts.filter((first) => first === id).length]))
    counts.push(votes)
    const [most, fewest] = [Math.max(...votes.values()), Math.min(...votes.values())]
    if (most * 2 > firsts.length || most === fewest) return counts
    left = left.filter((id) => votes.get(id) !== fewest)
  }
}

/** Whoever stayed longer stands higher; among those, whoever had more votes in their last count. */
function standingIn(counts: readonly ReadonlyMap<string, number>[], id: string, ballots: number): readonly [number, number] {
  const last = counts.findLastIndex((votes) => votes.has(id))
  return [last * (ballots + 1) + (counts[last]?.get(id) ?? 0), 1]
}
