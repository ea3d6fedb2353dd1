import { gradientLabels } from '../../content/agreement-words'
import { dayInWords } from '../../doc/day'
import { plural } from '../../doc/words'
import type { Adoption, Agreement, Reservation } from './schema'

/** For example `Adopted on 22 November 2026 by 11 of 12 people. 1 reservation recorded.`; without a name where a reader left names out. */
export function adoptionInWords(adoption: Adoption, names = true): string {
  const { agreement, overrideReason } = adoption
  const day = dayInWords(adoption.atMs)
  const alone = `Adopted on ${day} by ${names ? adoption.byName : 'a facilitator'}`
  if (!agreement || agreement.answered === 0) return `${alone}, without a check: nobody had answered on this text.`
  if (agreement.levels.length === 0) return `${alone}, while the answers of its check stayed unsaid.`
  const sentences = agreedIn(agreement) > 0 ? [`Adopted on ${day} ${countInWords(agreement)}.`] : [`${alone}. ${noneInWords(agreement)}`]
  const { length } = agreement.reservations
  if (length > 0) sentences.push(`${plural(length, 'reservation')} recorded.`)
  if (overrideReason !== undefined)
    sentences.push(`${names ? adoption.byName : 'A facilitator'} adopted it although the check had not passed.`)
  return sentences.join(' ')
}

/** For example `Adopted by 11 of 12 people`, for a badge. */
export function adoptionBadge(adoption: Adoption): string {
  const { agreement, byName } = adoption
  return agreement && agreedIn(agreement) > 0 ? `Adopted ${countInWords(agreement)}` : `Adopted by ${byName}`
}

/** For example `Grace Lindqvist, not yet: “A path is not enough.”`; without a name, `Not yet: “A path is not enough.”` */
export function reservationInWords({ name, answer, reason }: Reservation, method = 'resonance'): string {
  const said = answerInWords(method, answer)
  const who = name ? `${name}, ${said}` : said.charAt(0).toLocaleUpperCase('en') + said.slice(1)
  return reason ? `${who}: “${reason}”` : `${who}, without a reason`
}

const answers: Readonly<Record<string, string>> = {
  'not-yet': 'not yet',
  'live-with': 'can live with it',
  resonates: 'resonates',
  objection: 'objection',
  consent: 'consents',
}

/** An answer as people say it, for example `not yet`. */
export function answerInWords(method: string, answer: string): string {
  if (method === 'gradients') return gradientLabels[Number(answer) - 1]?.toLowerCase() ?? answer
  return method === 'fist' ? `${answer} of 5` : (answers[answer] ?? answer)
}

/** How many agreed. A reservation beside a yes is still a yes. */
function agreedIn({ method, levels }: Agreement): number {
  return levels.filter(({ answer }) => isYes(method, answer)).reduce((sum, { people }) => sum + people, 0)
}

/** Whether an answer agrees: levels 1 to 3 of the gradients, three fingers and more. Source: decision-methods.json. */
export function isYes(method: string, answer: string): boolean {
  if (method === 'gradients') return Number(answer) <= 3
  return method === 'fist' ? Number(answer) >= 3 : answer !== 'not-yet' && answer !== 'objection'
}

/** An answer that asks for something to change; nobody who abstains by the gradients does. */
export function isDoubt(method: string, answer: string): boolean {
  return !isYes(method, answer) && !(method === 'gradients' && answer === '4')
}

function countInWords(agreement: Agreement): string {
  return `by ${agreedIn(agreement)} of ${plural(agreement.eligible, 'person', 'people')}`
}

function noneInWords({ answered }: Agreement): string {
  return answered === 1 ? 'The one person who answered did not agree.' : `None of the ${answered} who answered agreed.`
}
