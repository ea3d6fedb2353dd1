import { plural } from '../../doc/words'
import { agreementVerdict, countAnswers } from './agreement'
import { type AllocationMethod, type Answer, isAgreement } from './methods'
import { organisationKey } from './organisation'
import type { Allocation, NamedAnswer, Round, RoundResult, Verdict } from './schema'
import { fewestSecretBallots } from './secrecy'
import { type CountedBallot, firstPlace, type Tally, tally } from './tally'

/** Secret rounds: breadth and single ballots are published only from this many voters on. Source: THREATS I14, DESIGN section 5. */
const fewestForBreadth = 5
/** Secret rounds: the margin looks only at organisations with at least this many voters. Source: THREATS I14. */
const fewestForMargin = 3

/** A ballot as the ledger has it at the close. */
export interface ClosingBallot {
  readonly participantId: NamedAnswer['participantId']
  readonly organisation?: string | undefined
  readonly receipt: string
  readonly allocation?: Allocation | undefined
  readonly answer?: Answer | undefined
  readonly reason?: string | undefined
  readonly binding?: 'wording' | 'spirit' | undefined
  readonly textHash?: string | undefined
}

type RoundTerms = Pick<Round, 'method' | 'secret' | 'options' | 'rule'>

/** Everything that may be known about a round after its close, and nothing more. Ballots that place nothing are abstentions. */
export function resultOf(round: RoundTerms, ballots: readonly ClosingBallot[], eligible: number): RoundResult {
  const counted = ballots.filter(({ allocation, answer }) => answer !== undefined || Object.keys(allocation ?? {}).length > 0)
  const voters = counted.length
  if (round.secret && voters < fewestSecretBallots) return { voters, withheld: true }
  const shown = isAgreement(round.method)
    ? agreementResult(round, round.method, counted, eligible)
    : allocationResult(round, round.method, counted, eligible)
  return { voters, ...(round.secret ? kept(shown, counted) : { ...shown, ...named(round, counted) }) }
}

function allocationResult(
  round: RoundTerms,
  method: AllocationMethod,
  ballots: readonly ClosingBallot[],
  eligible: number,
): Omit<RoundResult, 'voters'> {
  const counted = ballots.map(({ organisation, allocation = {} }) => ({ organisation, allocation }))
  const { options, organisations, counts } = tally(method, round.options, counted)
  const margin = marginOf(round, method, counted, options)
  return {
    organisations,
    options: [...options],
    ...(counts ? { counts: counts.map(({ votes, exhausted }) => ({ votes: { ...votes }, exhausted })) } : {}),
    ...(method === 'majority' ? { verdict: majorityVerdict(round, options, ballots.length, eligible) } : {}),
    ...(margin ? { margin } : {}),
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

/** Open rounds keep names and show them at the end. */
function named(round: RoundTerms, ballots: readonly ClosingBallot[]): Partial<RoundResult> {
  if (isAgreement(round.method)) return { answers: ballots.flatMap((ballot) => namedAnswer(ballot) ?? []) }
  return { ballots: ballots.map(({ participantId, allocation = {} }) => ({ participantId, allocation })) }
}

/** One person's answer with what they wanted known; undefined for a ballot without an answer. */
export function namedAnswer({ participantId, answer, reason, binding, textHash }: ClosingBallot): NamedAnswer | undefined {
  if (answer === undefined) return undefined
  return { participantId, answer, ...(reason ? { reason } : {}), ...(binding ? { binding } : {}), ...(textHash ? { textHash } : {}) }
}

/** What a secret round may show: breadth and unlinked ballots only when enough people voted. */
function kept(shown: Omit<RoundResult, 'voters'>, ballots: readonly ClosingBallot[]): Omit<RoundResult, 'voters'> {
  if (ballots.length < fewestForBreadth) {
    const { organisations: _organisations, options, levels, ...rest } = shown
    return {
      ...rest,
      ...(options ? { options: options.map(({ organisations: _ignored, ...option }) => option) } : {}),
      ...(levels ? { levels: levels.map(({ answer, people }) => ({ answer, people })) } : {}),
    }
  }
  const byReceipt = [...ballots].sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
  const reasons = byReceipt.flatMap(({ answer, reason }) => (answer !== undefined && reason ? [{ answer, reason }] : []))
  return {
    ...shown,
    published: byReceipt.map(({ receipt, allocation, answer }) => ({
      receipt,
      ...(answer === undefined ? { allocation: allocation ?? {} } : { answer }),
    })),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
}

const shares = { 'more-than-half': [1, 2], 'two-thirds': [2, 3], 'three-quarters': [3, 4] } as const

function majorityVerdict({ rule, options }: RoundTerms, results: Tally['options'], voters: number, eligible: number): Verdict {
  const [numerator, denominator] = shares[rule.threshold ?? 'more-than-half']
  const floor = Math.floor((voters * numerator) / denominator)
  const exact = (voters * numerator) % denominator === 0
  const needed = rule.threshold === undefined || rule.threshold === 'more-than-half' || !exact ? floor + 1 : floor
  const quorum = Math.ceil((rule.quorum ?? 0) * eligible)
  const leader = results[0]
  const quorumMet = voters >= quorum && voters > 0
  const passed = quorumMet && leader !== undefined && !leader.tied && leader.dots >= needed
  const label = options.find(({ id }) => id === leader?.id)?.label ?? ''
  const lead = leader?.tied
    ? 'First place is a tie.'
    : `“${label}” has ${leader?.dots ?? 0} of ${plural(voters, 'vote')} and needs at least ${needed}.`
  return { passed, quorumMet, words: `${voters} of ${plural(eligible, 'person', 'people')} voted; at least ${quorum} must. ${lead}` }
}

/** Whether first place stands when any one organisation's ballots are taken away; undefined when there is none to ask about. */
function marginOf(
  { secret, options }: RoundTerms,
  method: AllocationMethod,
  ballots: readonly CountedBallot[],
  results: Tally['options'],
): RoundResult['margin'] {
  const voters = new Map<string, number>()
  for (const { organisation } of ballots) {
    const key = organisationKey(organisation)
    if (key) voters.set(key, (voters.get(key) ?? 0) + 1)
  }
  const asked = [...voters].filter(([, people]) => !secret || people >= fewestForMargin).map(([key]) => key)
  if (asked.length === 0 || voters.size < 2) return undefined
  const first = firstPlace(results).join()
  const changes = asked.some((key) => {
    const without = ballots.filter(({ organisation }) => organisationKey(organisation) !== key)
    return firstPlace(tally(method, options, without).options).join() !== first
  })
  return changes ? 'one-organisation-decides' : 'stands'
}
