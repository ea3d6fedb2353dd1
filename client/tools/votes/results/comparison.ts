import type { OptionResult, Round, RoundOption } from '../../../../shared/tools/votes/schema'
import { type CountedResult, isCounted, measureInWords, measureOf, oneDecimal } from './measure'

/** A closed round whose options may be told. */
export type CountedRound = Round & { readonly result: CountedResult }

/** One option in two rounds; absent where a round did not have it. */
export interface Compared {
  readonly id: string
  readonly label: string
  readonly before: Standing | undefined
  readonly now: Standing | undefined
  /** `up 2 places, 3 more`, `same place`, `new`, `not asked again`. */
  readonly change: string
}

/** An option's place in a round. */
export interface Standing {
  readonly rank: number
  readonly tied: boolean
  /** What it was ranked by, for example `12 dots`. */
  readonly words: string
}

/** Closed rounds that were made before this one and share options with it, in the order they are given. */
export function comparableRounds(round: Round, others: readonly Round[]): readonly CountedRound[] {
  return others.filter(
    (other): other is CountedRound =>
      isCounted(other.result) &&
      other.createdAtMs < round.createdAtMs &&
      other.options.some((option) => round.options.some((own) => isSameOption(own, option))),
  )
}

/** Both rounds option by option: those of the present one in its order, then those that were not asked about again. */
export function compareRounds(before: CountedRound, now: CountedRound): readonly Compared[] {
  const kept = now.result.options.flatMap((result) => {
    const option = now.options.find(({ id }) => id === result.id)
    return option ? [comparedOption(option, before, now, result)] : []
  })
  const gone = before.result.options.flatMap((result): Compared[] => {
    const option = before.options.find(({ id }) => id === result.id)
    if (!option || now.options.some((own) => isSameOption(own, option))) return []
    return [{ id: option.id, label: option.label, before: standingOf(before, result), now: undefined, change: 'not asked again' }]
  })
  return [...kept, ...gone]
}

/** Whether the counts of two rounds can be compared: not those of two methods, nor of two budgets. */
export function onOneScale(before: Round, now: Round): boolean {
  if (before.method !== now.method) return false
  return before.dots === now.dots || (now.method !== 'dots' && now.method !== 'budget')
}

/** By what an option stands for, else by its label: the same cluster under a new name is still the same. */
function isSameOption(a: RoundOption, b: RoundOption): boolean {
  if (a.ref && b.ref) return a.ref.collection === b.ref.collection && a.ref.id === b.ref.id
  return a.label.normalize('NFC').toLowerCase() === b.label.normalize('NFC').toLowerCase()
}

function comparedOption(option: RoundOption, before: CountedRound, now: CountedRound, result: OptionResult): Compared {
  const known = before.options.find((other) => isSameOption(option, other))
  const earlier = known && before.result.options.find(({ id }) => id === known.id)
  const compared = { id: option.id, label: option.label, now: standingOf(now, result) }
  if (!earlier) return { ...compared, before: undefined, change: 'new' }
  const places = placeChange(earlier.rank, result.rank)
  const change = onOneScale(before, now) ? `${places}, ${countChange(before, earlier, now, result)}` : places
  return { ...compared, before: standingOf(before, earlier), change }
}

function standingOf({ method, result }: CountedRound, option: OptionResult): Standing {
  return { rank: option.rank, tied: option.tied, words: measureInWords(method, result, option) }
}

function placeChange(before: number, now: number): string {
  const by = Math.abs(before - now)
  if (by === 0) return 'same place'
  return `${now < before ? 'up' : 'down'} ${by === 1 ? '1 place' : `${by} places`}`
}

function countChange(before: CountedRound, earlier: OptionResult, now: CountedRound, result: OptionResult): string {
  const change = (measureOf(now.method, now.result, result) ?? 0) - (measureOf(before.method, before.result, earlier) ?? 0)
  const by = now.method === 'matrix' ? oneDecimal(Math.abs(change)) : String(Math.abs(change))
  if (Number(by) === 0) return 'same count'
  return `${by} ${change > 0 ? 'more' : 'fewer'}`
}
