import { earlierCheckInWords } from '../../../content/earlier-check-words'
import type { Agreement } from '../schema'
import { isDoubt } from '../words'
import { openConcernsInWords } from './kept-concerns'

/** What a facilitator should know before a wording is adopted. */
export interface BeforeAdopting {
  /** `ready`: the check passed on exactly this text; otherwise adopting asks for a reason. */
  readonly state: 'unasked' | 'waiting' | 'doubts' | 'ready'
  readonly sentences: readonly string[]
}

/** Says who has not answered and who said not yet, by name where the check shows names. */
export function beforeAdopting(agreement: Agreement | undefined): BeforeAdopting {
  if (!agreement || isUnasked(agreement)) {
    const held = agreement && openConcernsInWords(agreement)
    const said = askedInWords(agreement)
    return { state: 'unasked', sentences: held ? [said, held] : [said] }
  }
  const { passed } = agreement
  // A verdict that is told begins with the turnout, so that is not said twice.
  const told = passed ? undefined : agreement.verdict
  const sentences = told === undefined ? [answeredInWords(agreement)] : [`The check has not passed. ${told}`, ...earlierInWords(agreement)]
  const missing = missingInWords(agreement)
  if (missing) sentences.push(missing)
  if (agreement.onEarlier) sentences.push(earlierCheckInWords(agreement.onEarlier))
  if (agreement.levels.length === 0 && agreement.answered > 0) sentences.push(unsaidInWords(agreement))
  const doubts = agreement.reservations.filter(({ answer }) => isDoubt(agreement.method, answer))
  if (doubts.length > 0)
    sentences.push(
      doubtsInWords(
        agreement.method,
        doubts.map(({ name }) => name),
      ),
    )
  const concerns = openConcernsInWords(agreement)
  if (concerns) sentences.push(concerns)
  if (passed && doubts.length === 0) return { state: 'ready', sentences }
  if (doubts.length === 0) sentences.push(wayOnInWords(agreement))
  return { state: doubts.length > 0 ? 'doubts' : 'waiting', sentences }
}

function wayOnInWords({ answered, eligible, levels, verdict }: Agreement): string {
  // Sealed, and told all the same: its answers are not asked for yet.
  if (answered === 0 && levels.length === 0 && verdict !== undefined) return 'Wait for it, or adopt it with a reason.'
  return answered < eligible ? 'Wait for them, or adopt it with a reason.' : 'Adopting it now takes a reason.'
}

/** Said of answers that are still sealed, or too few to be told. */
function unsaidInWords({ secret }: Agreement): string {
  const sealed = 'What they answered is sealed until the check is closed'
  return secret ? `${sealed}; fewer than 3 secret answers stay unsaid.` : `${sealed}.`
}

/** Whether no check is about this text: there was none, or it closed on earlier words. */
function isUnasked({ eligible, roundId, onEarlier }: Agreement): boolean {
  return eligible === 0 || onEarlier?.roundId === roundId
}

/**
 * How many were asked, after that their check passed where it did, for example `7 of 12 answered on this text. 3 answered an earlier wording; answers on it do not count and are
 * not recorded.`
 */
export function askedInWords(agreement: Agreement | undefined): string {
  if (!agreement || (agreement.eligible === 0 && !agreement.onEarlier)) {
    return 'Nobody was asked about this text yet. Ask everyone first, or adopt it with a reason.'
  }
  if (agreement.answered === 0 && agreement.levels.length === 0 && agreement.verdict !== undefined) return agreement.verdict
  if (!isUnasked(agreement) || !agreement.onEarlier)
    return agreement.passed ? `The check passed on these words. ${answeredInWords(agreement)}` : answeredInWords(agreement)
  const asked = 'The words have changed since the check closed, and nobody was asked about the new ones.'
  return `${asked} ${earlierCheckInWords(agreement.onEarlier)} Ask everyone again, or adopt it with a reason.`
}

function answeredInWords(agreement: Agreement): string {
  return [`${agreement.answered} of ${agreement.eligible} answered on this text.`, ...earlierInWords(agreement)].join(' ')
}

function earlierInWords({ answeredEarlier = 0 }: Agreement): readonly string[] {
  return answeredEarlier > 0 ? [`${answeredEarlier} answered an earlier wording; answers on it do not count and are not recorded.`] : []
}

const reviewAfterMs = 90 * 24 * 60 * 60 * 1000

/** The day on which something tried by consent is looked at again unless the group says another. Source: decision-methods.json. */
export function suggestedReview(method: string | undefined, nowMs: number): string {
  return method === 'consent' ? new Date(nowMs + reviewAfterMs).toISOString().slice(0, 10) : ''
}

/** By name only: how many they are is in the turnout. */
function missingInWords({ missing = [] }: Agreement): string | undefined {
  if (missing.length === 0) return undefined
  const shown = missing.slice(0, 3)
  const rest = missing.length - shown.length
  const names = rest > 0 ? `${shown.join(', ')} and ${rest} more` : listed(shown)
  return `${names} ${missing.length === 1 ? 'has' : 'have'} not answered.`
}

function doubtsInWords(method: string, names: readonly (string | undefined)[]): string {
  const said = method === 'resonance' ? 'said not yet' : method === 'consent' ? 'objected' : 'cannot support it yet'
  const known = names.filter((name) => name !== undefined && name !== '')
  const first = known[0]?.split(/\s+/)[0]
  if (names.length === 1 && first) return `${known[0]} ${said}. Hear ${first} first, or adopt and record the reservation.`
  const who = known.length === names.length ? listed(known.slice(0, 4)) : `${names.length} people`
  return `${who} ${said}. Hear them first, or adopt and record their reservations.`
}

function listed(names: readonly (string | undefined)[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
