import { joined } from '../../../../shared/doc/words'
import { isAgreement } from '../../../../shared/tools/votes/methods'
import type { FinalResult, Round, RoundResult } from '../../../../shared/tools/votes/schema'
import { fewestSecretBallots } from '../../../../shared/tools/votes/secrecy'
import { isLate } from '../../../../shared/tools/votes/selectors'
import { untilWords } from './until-words'

/** A round whose final result has both tallies in one. */
export type AddedRound = Round & { readonly result: RoundResult; readonly final: FinalResult & { readonly together: RoundResult } }

/** Whether late answers were added to a round. */
export function isAdded(round: Round): round is AddedRound {
  return round.result !== undefined && round.final?.together !== undefined
}

/** A round as a decision is made on it: with both tallies in one where there is such a sum. */
export function asDecidedOn(round: Round): Round {
  if (!isAdded(round)) return round
  const { together, eligible, voters } = round.final
  return { ...round, result: together, turnout: { eligible, begun: voters, done: voters } }
}

/** Whether a closed round still waits for those who were missing. */
export function isProvisional({ provisional, final }: Round): boolean {
  return provisional !== undefined && !final
}

/** The round that takes late answers to this one, or is about to. */
export function lateRoundOf({ id }: Round, all: readonly Round[]): Round | undefined {
  return all.find((round) => isLate(round) && round.after?.roundId === id && !['closed', 'cancelled'].includes(round.state))
}

/** `Nobody spoke for A and B when it closed.` */
export function missingInWords({ provisional }: Round): string {
  return provisional ? `Nobody spoke for ${joined(provisional.missing)} when it closed.` : ''
}

/** What a provisional result waits for, for everybody. */
export function waitsInWords(late: Round | undefined): string {
  if (!late?.untilMs || late.state === 'draft') {
    return 'So the result is provisional: those who were missing can be asked before it is final.'
  }
  return `So the result is provisional: those who were missing can answer until ${untilWords(late.untilMs)}. ${isAgreement(late.method) ? 'The answers given before are' : 'What was voted before is'} counted already.`
}

/** Before a decision is made on a provisional result. */
export function provisionalCaution(late: Round | undefined): string {
  const until = late?.untilMs && late.state !== 'draft' ? untilWords(late.untilMs) : 'those who were missing were asked'
  return `This result is provisional until ${until}.`
}

/** What is done with late answers, told before they are asked for. */
export function sumInWords({ method, secret, rule, result }: Round): string {
  const vote = isAgreement(method) ? 'check' : 'vote'
  if (!secret) return 'Then both counts are added.'
  if ((result?.voters ?? 0) < fewestSecretBallots) {
    return `The ${vote} is secret and fewer than ${fewestSecretBallots} ${isAgreement(method) ? 'answered' : 'voted'} at first, so the two counts stay apart.`
  }
  if (rule.oneVotePer === 'organisation') {
    return `The ${vote} is secret with one ${isAgreement(method) ? 'answer' : 'vote'} for each organisation, so the two counts stay apart.`
  }
  return `The ${vote} is secret, so both counts are added only if at least ${fewestSecretBallots} answer late.`
}

/** Of a round in a list. */
export function standingLabel(round: Round): string | undefined {
  if (isProvisional(round)) return 'provisional'
  if (!round.final) return undefined
  return isAdded(round) ? 'final with late answers' : 'final'
}
