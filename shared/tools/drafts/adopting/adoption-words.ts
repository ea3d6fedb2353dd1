import { earlierCheckInWords } from '../../../content/earlier-check-words'
import { dayInWords } from '../../../doc/day'
import { joined, plural } from '../../../doc/words'
import type { Adoption, Agreement } from '../schema'
import { isYes } from '../words'
import { recordedLines } from './kept-concerns'

/** For example `Adopted on 22 November 2026 by 11 of 12 people. 1 reservation recorded.`; without a name where a reader left names out. */
export function adoptionInWords(adoption: Adoption, names = true): string {
  const { agreement, overrideReason } = adoption
  const day = dayInWords(adoption.atMs)
  const alone = `Adopted on ${day} by ${names ? adoption.byName : 'a facilitator'}`
  if (!agreement || agreement.answered === 0) return `${alone}, ${uncheckedInWords(agreement, names)}`
  if (agreement.levels.length === 0) return `${alone}, while the answers of its check stayed unsaid.`
  const sentences = agreedIn(agreement) > 0 ? [`Adopted on ${day} ${countInWords(agreement)}.`] : [`${alone}. ${noneInWords(agreement)}`]
  const recorded = recordedInWords(agreement)
  if (recorded) sentences.push(recorded)
  if (overrideReason !== undefined)
    sentences.push(`${names ? adoption.byName : 'A facilitator'} adopted it although the check had not passed.`)
  return sentences.join(' ')
}

/** For example `Adopted by 11 of 12 people`, for a badge. */
export function adoptionBadge(adoption: Adoption): string {
  const { agreement, byName } = adoption
  return agreement && agreedIn(agreement) > 0 ? `Adopted ${countInWords(agreement)}` : `Adopted by ${byName}`
}

/** That nobody was asked about the adopted words themselves, and what came of asking about earlier ones. */
function uncheckedInWords(agreement: Agreement | undefined, names: boolean): string {
  const { onEarlier, answeredEarlier = 0 } = agreement ?? {}
  if (onEarlier) return `without a check on exactly these words. ${earlierCheckInWords(onEarlier, names)}`
  const nobody = 'without a check: nobody had answered on this text'
  return answeredEarlier > 0 ? `${nobody}. ${answeredEarlier} had answered on an earlier wording.` : `${nobody}.`
}

/** As many as there are lines below it, for example `1 reservation and 1 concern recorded.`; undefined when there are none. */
function recordedInWords(agreement: Agreement): string | undefined {
  const lines = recordedLines(agreement)
  const counts = (['Reservation', 'Concern'] as const).flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind).length
    return own > 0 ? [plural(own, kind.toLowerCase())] : []
  })
  return counts.length > 0 ? `${joined(counts)} recorded.` : undefined
}

/** How many agreed. A reservation beside a yes is still a yes. */
function agreedIn({ method, levels }: Agreement): number {
  return levels.filter(({ answer }) => isYes(method, answer)).reduce((sum, { people }) => sum + people, 0)
}

function countInWords(agreement: Agreement): string {
  return `by ${agreedIn(agreement)} of ${plural(agreement.eligible, 'person', 'people')}`
}

function noneInWords({ answered }: Agreement): string {
  return answered === 1 ? 'The one person who answered did not agree.' : `None of the ${answered} who answered agreed.`
}
