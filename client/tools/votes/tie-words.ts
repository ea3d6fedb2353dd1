import type { OptionResult, Round, RoundResult } from '../../../shared/tools/votes/schema'
import { counted, dots, joined, labelOf } from './words'

/** A tie further down is marked in its row; only one near the top changes what the group decides. */
const lastRankThatMatters = 3

/** The highest tie that matters, in words; undefined when nothing with dots is tied. */
export function tieInWords(round: Round, { options: results }: RoundResult): string | undefined {
  const first = results?.find(({ tied, people, rank }) => tied && people > 0 && rank <= lastRankThatMatters)
  if (!results || !first) return undefined
  const tied = results.filter(({ rank }) => rank === first.rank)
  const names = tied.map(({ id }) => `“${labelOf(round, id)}”`)
  const have = `${joined(names)} ${tied.length === 2 ? 'both' : 'all'} have ${dots(first.dots)}.`
  const breadth = breadthInWords(round, tied)
  return breadth ? `${have} ${breadth}` : have
}

function breadthInWords(round: Round, tied: readonly OptionResult[]): string | undefined {
  const [a, b] = tied
  if (tied.length !== 2 || !a || !b) return undefined
  if (a.organisations !== undefined && b.organisations !== undefined && a.organisations !== b.organisations) {
    const [more, less] = a.organisations > b.organisations ? [a, b] : [b, a]
    return `Support for “${labelOf(round, more.id)}” comes from ${counted(more.organisations ?? 0, 'organisation')}; for the other from ${less.organisations}.`
  }
  if (a.people !== b.people) {
    const [more, less] = a.people > b.people ? [a, b] : [b, a]
    return `${more.people} people stand behind “${labelOf(round, more.id)}”, ${less.people} behind the other.`
  }
  return undefined
}
