import type { Adoption, Reservation } from './schema'

/** For example `Adopted on 22 November 2026 by 11 of 12 people. 1 reservation recorded.` */
export function adoptionInWords(adoption: Adoption): string {
  const { agreement, overrideReason } = adoption
  const day = dayInWords(adoption.atMs)
  if (!agreement) return `Adopted on ${day} by ${adoption.byName}, without a check.`
  const sentences = [`Adopted on ${day} ${countInWords(adoption)}.`]
  const { length } = agreement.reservations
  if (length > 0) sentences.push(`${length} ${length === 1 ? 'reservation' : 'reservations'} recorded.`)
  if (overrideReason !== undefined) sentences.push(`${adoption.byName} adopted it although the check had not passed.`)
  return sentences.join(' ')
}

/** For example `Adopted by 11 of 12 people`, for a badge. */
export function adoptionBadge(adoption: Adoption): string {
  return agreedIn(adoption) > 0 ? `Adopted ${countInWords(adoption)}` : `Adopted by ${adoption.byName}`
}

/** For example `Grace Lindqvist, not yet: “A path is not enough.”` */
export function reservationInWords({ name, answer, reason }: Reservation): string {
  const who = [name, answerInWords(answer)].filter(Boolean).join(', ')
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
function agreedIn({ agreement }: Adoption): number {
  if (!agreement) return 0
  const against = agreement.levels.filter(({ answer }) => answer === 'not-yet' || answer === 'objection')
  return agreement.answered - against.reduce((sum, { people }) => sum + people, 0)
}

function countInWords(adoption: Adoption): string {
  const { agreement } = adoption
  if (!agreement) return ''
  return `by ${agreedIn(adoption)} of ${agreement.eligible} ${agreement.eligible === 1 ? 'person' : 'people'}`
}

/** A day by UTC, so that every export of the same wording reads the same wherever it is made. */
export function dayInWords(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(atMs)
}
