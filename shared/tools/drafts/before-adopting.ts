import type { Agreement } from './schema'

/** What a facilitator should know before a wording is adopted. */
export interface BeforeAdopting {
  /** `ready`: the check passed on exactly this text; otherwise adopting asks for a reason. */
  readonly state: 'unasked' | 'waiting' | 'doubts' | 'ready'
  readonly sentences: readonly string[]
}

/** Says who has not answered and who said not yet, by name where the check shows names. */
export function beforeAdopting(agreement: Agreement | undefined): BeforeAdopting {
  if (!agreement || agreement.eligible === 0) {
    return { state: 'unasked', sentences: [unasked] }
  }
  const { passed } = agreement
  const sentences = [answeredInWords(agreement)]
  const missing = missingInWords(agreement)
  if (missing) sentences.push(missing)
  const doubts = agreement.reservations.filter(isDoubt)
  if (doubts.length > 0) sentences.push(doubtsInWords(doubts.map(({ name }) => name)))
  if (passed && doubts.length === 0) return { state: 'ready', sentences }
  if (doubts.length === 0) sentences.push('Wait for them, or adopt it with a reason.')
  return { state: doubts.length > 0 ? 'doubts' : 'waiting', sentences }
}

/** Said where there was no check. */
export const unasked = 'Nobody was asked about this text yet. Ask everyone first, or adopt it with a reason.'

/** For example `7 of 12 answered on this text. 3 answered an earlier wording; answers on it do not count and are not recorded.` */
export function answeredInWords({ answered, eligible, answeredEarlier = 0 }: Agreement): string {
  const now = `${answered} of ${eligible} answered on this text.`
  return answeredEarlier > 0
    ? `${now} ${answeredEarlier} answered an earlier wording; answers on it do not count and are not recorded.`
    : now
}

/** An answer that asks for something to change. */
export function isDoubt({ answer }: Agreement['reservations'][number]): boolean {
  return answer === 'not-yet' || answer === 'objection'
}

function missingInWords({ missing, eligible, answered }: Agreement): string | undefined {
  if (missing === undefined) return answered < eligible ? `${eligible - answered} have not answered.` : undefined
  if (missing.length === 0) return undefined
  const shown = missing.slice(0, 3)
  const rest = missing.length - shown.length
  const names = rest > 0 ? `${shown.join(', ')} and ${rest} more` : listed(shown)
  return `${names} ${missing.length === 1 ? 'has' : 'have'} not answered.`
}

function doubtsInWords(names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined && name !== '')
  const first = known[0]?.split(/\s+/)[0]
  if (names.length === 1 && first) return `${known[0]} said not yet. Hear ${first} first, or adopt and record the reservation.`
  const who = known.length === names.length ? listed(known.slice(0, 4)) : `${names.length} people`
  return `${who} said not yet. Hear them first, or adopt and record their reservations.`
}

function listed(names: readonly (string | undefined)[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
