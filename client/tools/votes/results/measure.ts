import type { Method } from '../../../../shared/tools/votes/methods'
import type { OptionResult, RoundResult } from '../../../../shared/tools/votes/schema'
import { dots } from '../ballot/ballot-words'
import { counted, unitsInWords } from '../words'

/** A result whose options may be told. */
export type CountedResult = RoundResult & { readonly options: readonly OptionResult[] }

/** What options are ranked by, as the head of a column. */
export const measureHeads: Partial<Record<Method, string>> = {
  dots: 'Dots',
  approval: 'Approvals',
  score: 'Total',
  rank: 'Votes',
  matrix: 'Impact less effort',
  budget: 'Units',
  majority: 'Votes',
}

/** The number an option is ranked by; undefined where nobody placed it on the grid of impact and effort. */
export function measureOf(method: Method, result: CountedResult, option: OptionResult): number | undefined {
  if (method === 'rank') return lastVotesOf(result, option.id) ?? option.dots
  if (method !== 'matrix') return option.dots
  return option.mean === undefined || option.meanEffort === undefined ? undefined : option.mean - option.meanEffort
}

/** That number in words, for example `12 dots`. */
export function measureInWords(method: Method, result: CountedResult, option: OptionResult): string {
  const measure = measureOf(method, result, option)
  switch (method) {
    case 'approval':
      return counted(option.dots, 'approval')
    case 'score':
      return `a total score of ${option.dots}`
    case 'budget':
      return unitsInWords(option.dots)
    case 'matrix':
      return measure === undefined ? 'no place on the grid' : `impact less effort of ${oneDecimal(measure)}`
    case 'rank':
      return `${counted(measure ?? 0, 'vote')} in their last count`
    case 'majority':
      return counted(option.dots, 'vote')
    default:
      return dots(option.dots)
  }
}

/** Whether anybody stands behind an option, so that its place says something. Ranked choice: in the last count it was in. */
export function isBacked(method: Method, result: CountedResult, option: OptionResult): boolean {
  return method === 'rank' ? (measureOf(method, result, option) ?? 0) > 0 : option.people > 0
}

/** How long an option's bar is, 0 to 1. Impact less effort goes from -8 to 8. */
export function barShare(method: Method, result: CountedResult, option: OptionResult): number {
  const measure = measureOf(method, result, option) ?? -8
  if (method === 'matrix') return (measure + 8) / 16
  return measure / Math.max(1, ...result.options.map((each) => measureOf(method, result, each) ?? 0))
}

/** The number as it stands in a narrow column. */
export function measureAsFigure(method: Method, result: CountedResult, option: OptionResult): string {
  const measure = measureOf(method, result, option)
  if (measure === undefined) return '–'
  return method === 'matrix' ? oneDecimal(measure) : measure.toLocaleString('en')
}

/** `3.8`, `−1.0`. */
export function oneDecimal(value: number): string {
  const words = Math.abs(value).toFixed(1)
  return value < 0 && words !== '0.0' ? `−${words}` : words
}

/** Whether a round is one whose options are counted. */
export function isCounted(result: RoundResult | undefined): result is CountedResult {
  return result?.options !== undefined && !result.withheld
}

/** Ranked choice: votes in the last count that the option was in. */
function lastVotesOf({ counts }: RoundResult, optionId: string): number | undefined {
  return counts?.findLast(({ votes }) => Object.hasOwn(votes, optionId))?.votes[optionId]
}
