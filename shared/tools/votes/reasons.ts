import type { WorkshopError } from '../../http/problem'
import { defaultRule, isReservation } from './agreement'
import { levelsOf } from './levels'
import type { AgreementMethod, Answer } from './methods'
import { problem } from './problems'
import type { RoundRule } from './schema'

/** What is asked of whoever gives an answer. */
export interface ReasonAsked {
  readonly question: string
  /** Without a reason the answer is refused. */
  readonly isRequired: boolean
}

/**
 * The reason that an answer is asked for; undefined where it stands by itself.
 *
 * Source: decision-methods.json: gradients `commentAt` 3, fist to five "those below three speak first", consent
 * `reasonRequired`; DESIGN section 5 for resonance.
 *
 * @param rule of the check; whoever is below its threshold is asked what would need to change, since it is kept as a concern
 */
export function reasonAsked(method: AgreementMethod, answer: Answer, rule?: RoundRule): ReasonAsked | undefined {
  const isBelow = rule !== undefined && method !== 'consent' && isReservation(method, rule, answer)
  if (isBelow && !(method === 'gradients' && answer === abstaining)) return changeAsked
  switch (method) {
    case 'resonance':
      return answer === 'not-yet' ? changeAsked : undefined
    case 'gradients':
      return isFrom('gradients', answer, 6) ? changeAsked : isFrom('gradients', answer, 3) ? worryAsked : undefined
    case 'fist':
      return isFrom('fist', answer, 2) ? changeAsked : undefined
    case 'consent':
      return answer === 'objection' ? { question: 'What would it keep us from, and why?', isRequired: true } : undefined
  }
}

/** The level of the gradients that says neither yes nor no. */
export const abstaining = 4

/** The refusal of an answer that lacks the reason it needs; undefined when it is good. */
export function reasonProblem(method: AgreementMethod, answer: Answer, reason = ''): WorkshopError | undefined {
  return reason === '' && reasonAsked(method, answer)?.isRequired ? problem('vote/reason-needed', { answer }) : undefined
}

/** Whether an answer weighs on the wording: it is below what its method takes as support. */
export function isConcern(method: AgreementMethod, answer: Answer): boolean {
  const { supportAt } = defaultRule(method)
  if (supportAt === undefined) return answer === 'not-yet' || answer === 'objection'
  return placeIn(method, answer) > placeIn(method, supportAt)
}

const changeAsked: ReasonAsked = { question: 'What would need to change?', isRequired: false }
const worryAsked: ReasonAsked = { question: 'What should the group know?', isRequired: false }

/** Whether an answer is this one or a weaker one. */
function isFrom(method: AgreementMethod, answer: Answer, from: Answer): boolean {
  return placeIn(method, answer) >= placeIn(method, from)
}

function placeIn(method: AgreementMethod, answer: Answer): number {
  return levelsOf[method].findIndex((level) => level.answer === answer)
}
