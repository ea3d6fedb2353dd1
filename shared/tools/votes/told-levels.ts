import { levelsOf } from './levels'
import { type Answer, isAgreement, type Method } from './methods'

/** Whether a count of an answer is told: one that nobody is offered only where somebody gave it all the same. */
export function isTold(method: Method, answer: Answer, people: number): boolean {
  const level = isAgreement(method) ? levelsOf[method].find((each) => each.answer === answer) : undefined
  return people > 0 || !level?.isUnoffered
}
