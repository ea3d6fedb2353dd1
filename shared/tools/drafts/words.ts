import { fistLabels, gradientLabels } from '../../content/agreement-words'
import type { Reservation } from './schema'

/** For example `Grace Lindqvist, not yet: “A path is not enough.”`; without a name, `Not yet: “A path is not enough.”` */
export function reservationInWords({ name, answer, reason }: Reservation, method = 'resonance'): string {
  const told = answerInWords(method, answer)
  const said = method === 'fist' ? `answered ${told}` : told
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

/** An answer as people say it, for example `not yet` or `Four`. */
export function answerInWords(method: string, answer: string): string {
  if (method === 'gradients') return gradientLabels[Number(answer) - 1]?.toLowerCase() ?? answer
  return (method === 'fist' ? fistLabels[Number(answer)] : answers[answer]) ?? answer
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
