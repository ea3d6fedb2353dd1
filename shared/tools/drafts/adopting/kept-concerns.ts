import { joined, plural } from '../../../doc/words'
import type { Agreement, KeptConcern } from '../schema'
import { isDoubt, reservationInWords } from '../words'

/** Something that is kept beside an adopted wording, in words. */
export interface RecordedLine {
  readonly kind: 'Reservation' | 'Concern'
  readonly words: string
}

const standing: Readonly<Record<KeptConcern['state'], string>> = {
  open: 'Open: nobody answered it.',
  refused: 'Open: the change that was linked does not answer it, its author said.',
  answered: 'Answered by a change, which its author had not confirmed.',
  met: 'Met by a change, its author says.',
  dissent: 'Recorded as dissent: its author still disagrees, and the group may go on.',
  withdrawn: 'Withdrawn by its author.',
}

/**
 * Reservations first, those of people who doubt before the others, each with how it stands where it is a concern too; then the
 * concerns of earlier checks and earlier words.
 */
export function recordedLines({ reservations, concerns = [], method }: Agreement, names = true): readonly RecordedLine[] {
  const sorted = [...reservations].sort((a, b) => Number(isDoubt(method, b.answer)) - Number(isDoubt(method, a.answer)))
  const left = [...concerns]
  const own = sorted.map((reservation): RecordedLine => {
    const place = left.findIndex(({ by, words }) => by === reservation.name && words === reservation.reason)
    const [concern] = place < 0 ? [] : left.splice(place, 1)
    const words = reservationInWords(names ? reservation : { ...reservation, name: undefined }, method)
    return { kind: 'Reservation', words: concern ? `${sentence(words)} ${standing[concern.state]}` : words }
  })
  return [...own, ...left.map((concern): RecordedLine => ({ kind: 'Concern', words: concernInWords(concern, names) }))]
}

/** Which concerns nobody has closed, by name; undefined when there are none. */
export function openConcernsInWords({ concerns = [] }: Agreement): string | undefined {
  const open = concerns.filter(({ state }) => state === 'open' || state === 'refused')
  const waiting = concerns.filter(({ state }) => state === 'answered')
  const parts = [
    ...(open.length > 0 ? [`${plural(open.length, 'concern')} ${open.length === 1 ? 'is' : 'are'} open: ${namesOf(open)}.`] : []),
    ...(waiting.length > 0 ? [`${waiting.length} answered by a change, not confirmed by ${namesOf(waiting)}.`] : []),
  ]
  return parts.length > 0 ? parts.join(' ') : undefined
}

function concernInWords({ by, answer, words, state }: KeptConcern, names: boolean): string {
  const who = names && by ? `${by}, ${answer}` : answer.charAt(0).toLocaleUpperCase('en') + answer.slice(1)
  return `${sentence(words ? `${who}: “${words}”` : `${who}, without a reason`)} ${standing[state]}`
}

function namesOf(concerns: readonly KeptConcern[]): string {
  const secret = concerns.filter(({ by }) => by === undefined).length
  const names = [...new Set(concerns.flatMap(({ by }) => by ?? []))]
  return joined([...names, ...(secret > 0 ? [`${secret} from a secret check`] : [])])
}

function sentence(words: string): string {
  return /[.!?]”?$/.test(words) ? words : `${words}.`
}
