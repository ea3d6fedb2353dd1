import type { OptionResult, Round, RoundResult } from '../../../shared/tools/votes/schema'

/** `1 dot`, `2 dots`. */
export function dots(count: number): string {
  return counted(count, 'dot')
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** `Joan`, `Joan and Eli`, `Joan, Eli and 3 others`. */
export function namesInWords(names: readonly string[], shown = 3): string {
  if (names.length <= shown) return joined(names)
  return `${names.slice(0, shown - 1).join(', ')} and ${names.length - shown + 1} others`
}

/** `A`, `A and B`, `A, B and C`. */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What a voter must know before voting, in one line. */
export function termsInWords({ method, dots: budget, maxPerOption, secret }: Round): string {
  const ballot = secret ? 'Secret vote' : 'Open vote: names are shown at the end'
  if (method !== 'dots') return ballot
  const cap = maxPerOption < budget ? `up to ${dots(maxPerOption)} on one option` : `${dots(budget)} each`
  return `${ballot} · ${cap}`
}

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

export function labelOf(round: Pick<Round, 'options'>, optionId: string): string {
  return round.options.find(({ id }) => id === optionId)?.label ?? ''
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
