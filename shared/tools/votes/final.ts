import { z } from 'zod'
import { identityLevels } from '../../access/identity'
import { Answer } from './methods'
import type { Affiliation } from './partition'
import { standingsTogether, withRequired } from './required'
import { type ClosingBallot, resultOf } from './result'
import { Allocation, type finalWithoutSum, type OptionResult, type Round, type RoundResult } from './schema'
import { fewestForBreadth, fewestSecretBallots } from './secrecy'

type Terms = Pick<Round, 'method' | 'secret' | 'options' | 'rule' | 'maxPerOption'>

/** A closed round as far as it is added to another: its result, and its ballots as they are still known. */
export interface Tallied {
  readonly result: RoundResult
  /** Open rounds: whole. Secret ones: what was chosen and nothing else, see `unlinkedChoices`. */
  readonly ballots: readonly ClosingBallot[]
}

/** What somebody chose and nothing else: an answer to a check, or what was put on options. */
export const UnlinkedChoice = z.union([z.strictObject({ answer: Answer }), Allocation])
export type UnlinkedChoice = z.infer<typeof UnlinkedChoice>

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
  // Of whose constituency a choice was is forgotten with the names: what the two results say of them is added.
  const rule = withoutRequired(round.rule)
  return { together: unlinkedResult(resultOf({ ...round, rule }, ballots, eligible), [first.result, late.result], hasBreadth) }
}

/** What a secret round may keep of its ballots until it is final: choices in no order of time, without person or receipt. */
export function unlinkedChoices(ballots: readonly ClosingBallot[]): readonly UnlinkedChoice[] {
  return [...ballots]
    .sort((a, b) => (a.receipt < b.receipt ? -1 : 1))
    .filter(({ lapsed }) => !lapsed)
    .flatMap(({ allocation, answer }): UnlinkedChoice[] => {
      if (answer !== undefined) return [{ answer }]
      return allocation && Object.keys(allocation).length > 0 ? [allocation] : []
    })
}

/** Choices as ballots that belong to nobody. */
export function ballotsOfNobody(choices: readonly UnlinkedChoice[]): readonly ClosingBallot[] {
  return choices.map((choice) => ({ participantId: 'p_nobody', receipt: '', ...(isAnswer(choice) ? choice : { allocation: choice }) }))
}

/** Options have ids of their own, so that no option is called `answer`. */
function isAnswer(choice: UnlinkedChoice): choice is { answer: Answer } {
  return 'answer' in choice
}

/** Totals alone: organisations are unknown, single ballots stand in the two results, and what one of them hides stays hidden. */
function unlinkedResult(
  { voters, options, levels, counts, verdict }: RoundResult,
  parts: readonly [RoundResult, RoundResult],
  hasBreadth: boolean,
): RoundResult {
  const required = standingsTogether(parts[0].verdict, parts[1].verdict) ?? []
  const identity = identityLevels.find((level) => parts.some((part) => part.identity === level))
  return {
    voters,
    ...(identity ? { identity } : {}),
    ...(options ? { options: options.map((option) => totalsOf(option, hasBreadth)) } : {}),
    ...(levels ? { levels: levels.map(({ answer, people }) => ({ answer, people })) } : {}),
    ...(counts ? { counts } : {}),
    ...(verdict ? { verdict: withRequired(verdict, required) } : {}),
  }
}

function withoutRequired({ required: _forgotten, ...rule }: Round['rule']): Round['rule'] {
  return rule
}

function totalsOf({ organisations: _unknown, spread, polarised, ...totals }: OptionResult, hasBreadth: boolean): OptionResult {
  if (!hasBreadth) return totals
  return { ...totals, ...(spread ? { spread } : {}), ...(polarised ? { polarised } : {}) }
}
