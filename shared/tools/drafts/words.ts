import { plural } from '../../doc/words'
import type { Adoption, Agreement, Reservation } from './schema'

/** For example `Adopted on 22 November 2026 by 11 of 12 people. 1 reservation recorded.`; without a name where a reader left names out. */
export function adoptionInWords(adoption: Adoption, names = true): string {
  const { agreement, overrideReason } = adoption
  const day = dayInWords(adoption.atMs)
  const alone = `Adopted on ${day} by ${names ? adoption.byName : 'a facilitator'}`
  if (!agreement || agreement.answered === 0) return `${alone}, without a check: nobody had answered on this text.`
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
export function reservationInWords({ name, answer, reason }: Reservation): string {
  const said = answerInWords(answer)
  const who = name ? `${name}, ${said}` : said.charAt(0).toLocaleUpperCase('en') + said.slice(1)
  return reason ? `${who}: “${reason}”` : `${who}, without a reason`
}

const answers: Readonly<Record<string, string>> = {
  'not-yet': 'not yet',
  'live-with': 'can live with it',
  resonates: 'resonates',
  objection: 'objection',
  abstain: 'abstains',
  consent: 'consents',
}

/** An answer as people say it, for example `not yet`. */
export function answerInWords(answer: string): string {
  return answers[answer] ?? (/^\d+$/.test(answer) ? `level ${answer}` : answer)
}

/** How many agreed. A reservation beside a yes is still a yes; only two answers hold back. */
function agreedIn({ levels, answered }: Agreement): number {
  const against = levels.filter(({ answer }) => answer === 'not-yet' || answer === 'objection')
  return answered - against.reduce((sum, { people }) => sum + people, 0)
}

function countInWords(agreement: Agreement): string {
  return `by ${agreedIn(agreement)} of ${plural(agreement.eligible, 'person', 'people')}`
}

function noneInWords({ answered }: Agreement): string {
  return answered === 1 ? 'The one person who answered did not agree.' : `None of the ${answered} who answered agreed.`
}

/** A day by UTC, so that every export of the same wording reads the same wherever it is made. */
export function dayInWords(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atMs)
}
