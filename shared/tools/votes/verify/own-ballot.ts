import { headingOf } from '../agreement'
import { allocationInWords } from '../ballot-words'
import type { Choice } from '../choice'
import { isAgreement } from '../methods'
import type { RoundExport } from '../round-export'

/** A voter's own ballot in an export, by its receipt: what it says, or undefined when the file holds none of this receipt. */
export function ownBallotIn({ ballots, terms }: RoundExport, receipt: string): string | undefined {
  const own = ballots.find((ballot) => lettersOf(ballot.receipt) === lettersOf(receipt))
  return own && choiceInWords(terms, own.choice, own.lapsed)
}

/**
 * What a ballot says, for example `Intake 2, Council 1`.
 *
 * @param lapsed the words had changed since it was given, and it was not counted
 */
export function choiceInWords(
  { method, options }: Pick<RoundExport['terms'], 'method' | 'options'>,
  { allocation = {}, answer }: Choice,
  lapsed?: boolean,
): string {
  if (lapsed && answer === undefined) return 'Lapsed: the words had changed'
  if (answer !== undefined) return `${isAgreement(method) ? headingOf(method, answer) : answer}${lapsed ? ' (lapsed)' : ''}`
  return allocationInWords({ method, options }, allocation)
}

/** A receipt as it is compared: typed by hand, its case, spaces and hyphens say nothing. */
function lettersOf(receipt: string): string {
  return receipt.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
