import { type IdentityLevel, identityLevels } from '../../access/identity'
import { agreementVerdict, countAnswers } from './agreement'
import { breakdownsOf, type GroupedBallot } from './breakdown'
import { majorityVerdict } from './majority'
import { marginOf } from './margin'
import { type AllocationMethod, isAgreement } from './methods'
import type { Affiliation } from './partition'
import { standingsOf, withRequired } from './required'
import type { NamedAnswer, Round, RoundResult } from './schema'
import { fewestForBreadth, fewestSecretBallots } from './secrecy'
import { splitVotes } from './split'
import { tally } from './tally'

/** A ballot as the ledger has it at the close. */
export interface ClosingBallot extends GroupedBallot {
  readonly participantId: NamedAnswer['participantId']
  /** How its voter came in. */
  readonly identity?: IdentityLevel | undefined
  readonly receipt: string
  readonly reason?: string | undefined
  readonly binding?: 'wording' | 'spirit' | undefined
  readonly textHash?: string | undefined
  readonly contested?: readonly string[] | undefined
  /** An answer that does not stand on the text as it is at the close: it is kept and not counted. */
  readonly lapsed?: true | undefined
}

type RoundTerms = Pick<Round, 'method' | 'secret' | 'options' | 'rule'> & Partial<Pick<Round, 'maxPerOption'>>

/**
 * Everything that may be known about a round after its close, and nothing more. Ballots that place nothing are abstentions.
 *
 * @param people everybody who might have voted; absent: those who did
 */
export function resultOf(
  round: RoundTerms,
  ballots: readonly ClosingBallot[],
  eligible: number,
  people: readonly Affiliation[] = ballots,
): RoundResult {
  const said = ballots
    .filter(({ allocation, answer }) => answer !== undefined || Object.keys(allocation ?? {}).length > 0)
    // Receipts are random: this order says nothing of who cast what.
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
  const counted = said.filter(({ lapsed }) => !lapsed)
  const voters = counted.length
  const lapsed = said.length > voters ? { lapsed: said.length - voters } : {}
  if (round.secret && voters < fewestSecretBallots) return { voters, withheld: true, ...lapsed }
  const shown = isAgreement(round.method)
    ? agreementResult(round, round.method, counted, eligible)
    : allocationResult(round, round.method, counted, eligible)
  const identity = weakest(counted)
  const breakdowns = round.secret && voters < fewestForBreadth ? [] : breakdownsOf(round, counted, people)
  if (shown.verdict && isAgreement(round.method)) {
    shown.verdict = withRequired(shown.verdict, standingsOf({ ...round, method: round.method }, counted, people, breakdowns))
  }
  return {
    voters,
    ...lapsed,
    ...(identity ? { identity } : {}),
    ...(round.secret ? kept(shown, counted, said) : { ...shown, ...named(round, ballots) }),
    ...(breakdowns.length > 0 ? { breakdowns: [...breakdowns] } : {}),
  }
}

function allocationResult(
  round: RoundTerms,
  method: AllocationMethod,
  ballots: readonly ClosingBallot[],
  eligible: number,
): Omit<RoundResult, 'voters'> {
  const counted = ballots.map(({ organisation, allocation = {} }) => ({ organisation, allocation }))
  const tallied = tally(method, round.options, counted, round.rule)
  const { options, organisations, counts } = tallied
  const margin = marginOf(round, method, counted)
  const split = tallied.organisationVotes
    ? []
    : splitVotes(method, round.options, round.maxPerOption ?? Number.POSITIVE_INFINITY, counted, options)
  return {
    organisations,
    options: [...options],
    ...(counts ? { counts: counts.map(({ votes, exhausted }) => ({ votes: { ...votes }, exhausted })) } : {}),
    ...(method === 'majority' ? { verdict: majorityVerdict(round, tallied, ballots.length, eligible) } : {}),
    ...(margin ? { margin } : {}),
    ...(split.length > 0 ? { split: [...split] } : {}),
  }
}

function agreementResult(
  round: RoundTerms,
  method: Parameters<typeof countAnswers>[0],
  ballots: readonly ClosingBallot[],
  eligible: number,
): Omit<RoundResult, 'voters'> {
  const answers = ballots.flatMap(({ answer, organisation }) => (answer === undefined ? [] : [{ answer, organisation }]))
  return {
    levels: [...countAnswers(method, answers)],
    verdict: agreementVerdict(
      method,
      round.rule,
      eligible,
      answers.map(({ answer }) => answer),
    ),
  }
}

/** The weakest way in of all whose ballots count; undefined when nobody's is known. */
function weakest(ballots: readonly ClosingBallot[]): IdentityLevel | undefined {
  return identityLevels.find((level) => ballots.some(({ identity }) => identity === level))
}

/** Open rounds keep names and show them at the end. */
function named(round: RoundTerms, ballots: readonly ClosingBallot[]): Partial<RoundResult> {
  if (isAgreement(round.method)) {
    const answersOf = (some: readonly ClosingBallot[]) => some.flatMap((ballot) => namedAnswer(ballot) ?? [])
    const earlier = answersOf(ballots.filter(({ lapsed }) => lapsed))
    return { answers: answersOf(ballots.filter(({ lapsed }) => !lapsed)), ...(earlier.length > 0 ? { earlier } : {}) }
  }
  const counted = ballots.filter(({ allocation = {} }) => Object.keys(allocation).length > 0)
  return { ballots: counted.map(({ participantId, allocation = {} }) => ({ participantId, allocation })) }
}

/** One person's answer with what they wanted known; undefined for a ballot without an answer. */
export function namedAnswer({ participantId, answer, reason, binding, textHash, contested = [] }: ClosingBallot): NamedAnswer | undefined {
  if (answer === undefined) return undefined
  return {
    participantId,
    answer,
    ...(reason ? { reason } : {}),
    ...(binding ? { binding } : {}),
    ...(textHash ? { textHash } : {}),
    ...(contested.length > 0 ? { contested: [...contested] } : {}),
  }
}

/**
 * What a secret round may show: breadth and unlinked ballots only when enough people voted.
 *
 * @param said those that are counted, and those that had lapsed, in an order that says nothing
 */
function kept(
  shown: Omit<RoundResult, 'voters'>,
  ballots: readonly ClosingBallot[],
  said: readonly ClosingBallot[],
): Omit<RoundResult, 'voters'> {
  if (ballots.length < fewestForBreadth) {
    const { organisations: _organisations, split: _split, options, levels, ...rest } = shown
    return {
      ...rest,
      ...(options
        ? { options: options.map(({ organisations: _among, spread: _spread, polarised: _polarised, ...option }) => option) }
        : {}),
      ...(levels ? { levels: levels.map(({ answer, people }) => ({ answer, people })) } : {}),
    }
  }
  const reasons = ballots
    .flatMap(({ answer, reason }) => (answer !== undefined && reason ? [{ answer, reason }] : []))
    // By their words: in the order of receipts each would stand beside one.
    .sort((a, b) => (a.reason < b.reason ? -1 : 1))
  return {
    ...shown,
    // Of the few that had lapsed what they said would be somebody's choice.
    published: said.map(({ receipt, allocation, answer, lapsed }) => ({
      receipt,
      ...(lapsed ? { lapsed } : answer === undefined ? { allocation: allocation ?? {} } : { answer }),
    })),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
}
