import { joined } from '../../../../shared/doc/words'
import type { Round, RoundResult, SplitVote } from '../../../../shared/tools/votes/schema'
import { isProvisional, provisionalCaution } from '../late/standing'
import { labelOf, namesInWords } from '../words'
import { type CountedResult, isBacked, isCounted, measureHeads, measureInWords } from './measure'
import { tieInWords } from './tie-words'

/** One thing to know before deciding by a result. */
export interface Remark {
  readonly head?: string
  readonly words: string
}

/** How to read a result: its ties, options that split opinions or one another's votes, and whether first place is safe. */
export function readingOf(round: Round, result: CountedResult): readonly Remark[] {
  const tie = tieInWords(round, result)
  const apart = result.options.filter(({ polarised }) => polarised).map(({ id }) => `“${labelOf(round, id)}”`)
  return [
    ...(tie ? [{ head: 'Reading the tie.', words: tie }] : []),
    ...(apart.length > 0
      ? [{ head: 'Opinions split', words: `on ${namesInWords(apart, 4)}: some scored high, others low. Hear both before you decide.` }]
      : []),
    ...(result.split ?? []).map((split) => ({ head: 'Nearly the same words.', words: splitInWords(round, split) })),
    ...(result.margin ? [{ words: marginInWords(round.method, result, result.margin) }] : []),
  ]
}

/** Who comes first, for a screen reader when the result appears; undefined where nothing may be told. */
export function leadInWords(round: Round): string | undefined {
  const { result } = round
  if (!isCounted(result)) return undefined
  const first = result.options.filter((option) => option.rank === 1 && isBacked(round.method, result, option))
  const [leader] = first
  if (!leader) return 'Nobody chose anything.'
  if (first.length > 1) return `First place is a tie of ${first.length} options.`
  return `“${labelOf(round, leader.id)}” comes first with ${measureInWords(round.method, result, leader)}.`
}

/** How the people came in whose ballots were counted, as far as it can be vouched for. */
export function identityInWords(identity: NonNullable<RoundResult['identity']>): string {
  switch (identity) {
    case 'open-link':
      return 'Some came in by an open link or code, so nobody can vouch that each of them is one person.'
    case 'lobby':
      return 'Everybody who voted was let in at the door, by a person or by the passphrase, or came by a personal invite.'
    case 'personal-invite':
      return 'Everybody who voted came by a personal invite.'
  }
}

/**
 * What must be known of a decision that rests on this round, now and later.
 *
 * @param late the round of its late answers, while they are open
 */
export function decisionCautions(round: Round, late?: Round): readonly string[] {
  const { method, options, result } = round
  const ranksWordings = method === 'dots' && options.some(({ ref }) => ref?.collection === 'drafts')
  return [
    ...(isProvisional(round) ? [provisionalCaution(late)] : []),
    ...(ranksWordings ? ['Dots rank; adopting a wording needs a check. Ask everybody beside the wording itself.'] : []),
    ...(result?.identity === 'open-link' ? ['Some of the voters came in by an open link. The log says so beside the decision.'] : []),
  ]
}

function splitInWords(round: Round, { optionIds, together, first }: SplitVote): string {
  const names = joined(optionIds.map((id) => `“${labelOf(round, id)}”`))
  const unit = (measureHeads[round.method] ?? 'Votes').toLowerCase()
  return `As one option, ${names} would have had ${together} ${unit}; first place has ${first}. Vote again with the two merged, or settle it by talking.`
}

function marginInWords(method: Round['method'], { options }: CountedResult, margin: NonNullable<RoundResult['margin']>): string {
  const what = method === 'dots' ? 'dots' : 'ballots'
  const isTie = options.some(({ rank, tied }) => rank === 1 && tied)
  const first = isTie ? 'The tie for first place' : 'First place'
  return margin === 'stands'
    ? `${first} stands whichever single organisation’s ${what} are taken away.`
    : `${first} would change if one organisation’s ${what} were taken away.`
}
