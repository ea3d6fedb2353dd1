import { plural } from '../../doc/words'
import type { WorkshopError } from '../../http/problem'
import { levelsOf } from './levels'
import type { AgreementMethod, Answer, Method } from './methods'
import { organisationKey } from './organisation'
import { problem } from './problems'
import type { LevelResult, RoundRule, Verdict } from './schema'

/** The rule a round has when the facilitator sets no other. Source: decision-methods.json. */
export function defaultRule(method: Method): RoundRule {
  switch (method) {
    case 'resonance':
      return { quorum: 0.5, blockedBy: ['not-yet'] }
    case 'gradients':
      return { quorum: 0.5, support: 0.8, supportAt: 3, blockedBy: [8] }
    case 'fist':
      return { quorum: 0.5, support: 1, supportAt: 3, blockedBy: [0] }
    case 'consent':
      return { quorum: 0.5, blockedBy: ['objection'] }
    case 'majority':
      return { quorum: 0.5, threshold: 'more-than-half' }
    default:
      return {}
  }
}

/** The refusal of an answer that its scale does not have; undefined when it is good. */
export function answerProblem(method: AgreementMethod, answer: Answer): WorkshopError | undefined {
  return levelsOf[method].some((level) => level.answer === answer) ? undefined : problem('vote/bad-answer', { method, answer })
}

/** An answer to be counted. */
export interface AnswerBallot {
  readonly organisation?: string | undefined
  readonly answer: Answer
}

/** People and organisations per answer, every answer of the scale, most agreement first. */
export function countAnswers(method: AgreementMethod, ballots: readonly AnswerBallot[]): readonly Required<LevelResult>[] {
  return levelsOf[method].map(({ answer }) => {
    const same = ballots.filter((ballot) => ballot.answer === answer)
    return { answer, people: same.length, organisations: distinct(same) }
  })
}

/** Whether the answers meet the rule, with the arithmetic in words. Nobody answering is never agreement. */
export function agreementVerdict(method: AgreementMethod, rule: RoundRule, eligible: number, answers: readonly Answer[]): Verdict {
  const answered = answers.length
  const needed = Math.ceil((rule.quorum ?? 0) * eligible)
  const quorumMet = answered >= needed && answered > 0
  const sentences = [`${answered} of ${plural(eligible, 'person', 'people')} answered${needed > 0 ? `; at least ${needed} must` : ''}.`]
  const blocks = (rule.blockedBy ?? []).map((blocked) => ({
    label: labelOf(method, blocked),
    people: answers.filter((answer) => answer === blocked).length,
  }))
  for (const { label, people } of blocks) sentences.push(people === 0 ? `Nobody said “${label}”.` : `${people} said “${label}”.`)
  const supported = supportMet(method, rule, answers, sentences)
  return { passed: quorumMet && supported && blocks.every(({ people }) => people === 0), quorumMet, words: sentences.join(' ') }
}

/** An answer as the head of a row, as the screens have it, for example `Can live with it`. */
export function headingOf(method: AgreementMethod, answer: Answer): string {
  return levelsOf[method].find((level) => level.answer === answer)?.heading ?? labelOf(method, answer)
}

/** An answer in words. */
export function labelOf(method: AgreementMethod, answer: Answer): string {
  return levelsOf[method].find((level) => level.answer === answer)?.label ?? String(answer)
}

/** Whether an answer is weaker than the method's own threshold, so that it is kept as a reservation. */
export function isReservation(method: AgreementMethod, rule: RoundRule, answer: Answer): boolean {
  if (rule.blockedBy?.includes(answer)) return true
  const threshold = rule.supportAt ?? defaultRule(method).supportAt
  return threshold !== undefined && position(method, answer) > position(method, threshold)
}

/** Weakest answer that still supports a wording, by the rule or else by the method. */
export function thresholdOf(method: AgreementMethod, rule: RoundRule): Answer {
  return rule.supportAt ?? defaultRule(method).supportAt ?? (method === 'consent' ? 'consent' : 'live-with')
}

/** Whether an answer is the threshold or a better one. */
export function isAtOrAbove(method: AgreementMethod, rule: RoundRule, answer: Answer): boolean {
  return position(method, answer) <= position(method, thresholdOf(method, rule))
}

function supportMet(method: AgreementMethod, rule: RoundRule, answers: readonly Answer[], sentences: string[]): boolean {
  if (rule.support === undefined) return true
  const supporting = answers.filter((answer) => isAtOrAbove(method, rule, answer)).length
  const needed = Math.ceil(rule.support * answers.length)
  sentences.push(`${supporting} of ${answers.length} who answered support it; at least ${needed} must.`)
  return supporting >= needed
}

function position(method: AgreementMethod, answer: Answer): number {
  const index = levelsOf[method].findIndex((level) => level.answer === answer)
  return index < 0 ? Number.POSITIVE_INFINITY : index
}

function distinct(ballots: readonly AnswerBallot[]): number {
  return new Set(ballots.map(({ organisation }) => organisationKey(organisation)).filter((key) => key !== undefined)).size
}
