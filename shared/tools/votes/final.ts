import { identityLevels } from '../../access/identity'
import type { Affiliation } from './partition'
import { type ClosingBallot, resultOf } from './result'
import type { Allocation, finalWithoutSum, OptionResult, Round, RoundResult } from './schema'
import { fewestForBreadth, fewestSecretBallots } from './secrecy'

type Terms = Pick<Round, 'method' | 'secret' | 'options' | 'rule' | 'maxPerOption'>

/** A closed round as far as it is added to another: its result, and its ballots as they are still known. */
export interface Tallied {
  readonly result: RoundResult
  /** Open rounds: whole. Secret ones: what was chosen and nothing else, see `unlinkedChoices`. */
  readonly ballots: readonly ClosingBallot[]
}

/** Either the ballots of both rounds counted as one, or why the first result stands. */
export type Sum = { readonly together: RoundResult } | { readonly standsBecause: (typeof finalWithoutSum)[number] }

/**
 * Adds late answers to the round that they belong to. In a secret vote a sum is said only if each of the two is large enough
 * to be said alone, since either is the sum less the other. Source: THREATS I14.
 *
 * @param eligible how many could answer in one of the two
 * @param people everybody who might have voted
 */
export function sumOf(round: Terms, first: Tallied, late: Tallied, eligible: number, people: readonly Affiliation[]): Sum {
  if (late.result.voters === 0) return { standsBecause: 'nobody-answered' }
  const ballots = [...first.ballots, ...late.ballots]
  if (!round.secret) return { together: resultOf(round, ballots, eligible, people) }
  if (first.result.voters < fewestSecretBallots) return { standsBecause: 'too-few-first' }
  if (late.result.voters < fewestSecretBallots) return { standsBecause: 'too-few-late' }
  // Who shares a vote with whom is forgotten with the names.
  if (round.rule.oneVotePer === 'organisation') return { standsBecause: 'shared-votes' }
  const hasBreadth = [first, late].every(({ result }) => result.voters >= fewestForBreadth)
  return { together: unlinkedResult(resultOf(round, ballots, eligible), [first.result, late.result], hasBreadth) }
}

/** What a secret round may keep of its ballots until it is final: choices in no order of time, without person or receipt. */
export function unlinkedChoices(ballots: readonly ClosingBallot[]): readonly Allocation[] {
  return [...ballots]
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
    .flatMap(({ allocation }) => (allocation && Object.keys(allocation).length > 0 ? [allocation] : []))
}

/** Choices as ballots that belong to nobody. */
export function ballotsOfNobody(choices: readonly Allocation[]): readonly ClosingBallot[] {
  return choices.map((allocation) => ({ participantId: 'p_nobody', receipt: '', allocation }))
}

/** Totals alone: organisations are unknown, single ballots stand in the two results, and what one of them hides stays hidden. */
function unlinkedResult(
  { voters, options, counts, verdict }: RoundResult,
  parts: readonly RoundResult[],
  hasBreadth: boolean,
): RoundResult {
  const identity = identityLevels.find((level) => parts.some((part) => part.identity === level))
  return {
    voters,
    ...(identity ? { identity } : {}),
    ...(options ? { options: options.map((option) => totalsOf(option, hasBreadth)) } : {}),
    ...(counts ? { counts } : {}),
    ...(verdict ? { verdict } : {}),
  }
}

function totalsOf({ organisations: _unknown, spread, polarised, ...totals }: OptionResult, hasBreadth: boolean): OptionResult {
  if (!hasBreadth) return totals
  return { ...totals, ...(spread ? { spread } : {}), ...(polarised ? { polarised } : {}) }
}
