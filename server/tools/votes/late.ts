import { textAsked } from '../../../shared/tools/votes/consent'
import { belongsTo } from '../../../shared/tools/votes/partition'
import { problem } from '../../../shared/tools/votes/problems'
import type { NewRound } from '../../../shared/tools/votes/requests'
import { nameInSentence } from '../../../shared/tools/votes/required-words'
import { isLate } from '../../../shared/tools/votes/selectors'
import type { Tx } from '../server-tool'
import type { PresentText } from './consenting'
import * as ledger from './ledger'
import { textOfHash, type WordingText } from './wording-texts'

type Reader = ledger.Reader

/** Late answers are of the same wish to vote; a year on it is another one. */
const longestMs = 366 * 24 * 60 * 60 * 1000

/**
 * The terms of a round in which those who were absent answer: exactly those of the provisional one, down to the ids of its
 * options and the text that was asked about, so that the two can be added; and a date.
 *
 * @throws WorkshopError `vote/not-the-same`, `vote/not-provisional`, `vote/late-open`, `vote/bad-date`
 */
export async function lateTerms(
  tx: Tx,
  { question, method, after, untilMs }: NewRound,
  first: ledger.StoredRound,
  nowMs: number,
): Promise<ledger.Terms> {
  if (question !== first.question || method !== first.method) throw problem('vote/not-the-same')
  await demandProvisional(tx, first)
  if (untilMs === undefined || untilMs <= nowMs || untilMs > nowMs + longestMs) throw problem('vote/bad-date')
  const { awaits: _awaits, subject, ...terms } = ledger.Terms.parse(first)
  const textHash = textAsked(first)
  return {
    ...terms,
    ...(subject && textHash ? { subject: { ...subject, textHash } } : {}),
    ...(after ? { after } : {}),
    untilMs,
  }
}

/** The words that answers to a round are on: those of late answers are the first round's, whatever has become of them since. */
export async function wordsOf(reader: Reader, round: ledger.StoredRound, presentText: PresentText): Promise<WordingText | undefined> {
  const { subject, workshopId } = round
  if (!subject) return undefined
  if (!isLate(round)) return presentText(subject.draftId)
  const text = await textOfHash(reader, workshopId, subject.textHash)
  return text === undefined ? undefined : { text, textHash: subject.textHash }
}

/** Who is missing at the close, in words: seats that it waits for and that are empty, and who must agree and could not answer. */
export function missingAt(
  { after, awaits = [], rule }: ledger.StoredRound,
  emptySeats: readonly string[],
  electorate: readonly ledger.Person[],
): string[] {
  if (after?.as === 'late') return []
  const seats = awaits.filter((seat) => emptySeats.includes(seat))
  const unheard = (rule.required ?? []).filter((constituency) => !electorate.some((person) => belongsTo(person, constituency)))
  return [...new Set([...seats, ...unheard.map((constituency) => nameInSentence(constituency))])]
}

/** @throws WorkshopError `vote/not-provisional`, `vote/late-open` */
export async function demandProvisional(tx: Tx, round: ledger.StoredRound): Promise<void> {
  if (!round.provisional || round.final) throw problem('vote/not-provisional', { roundId: round.id })
  const open = await ledger.roundsIn(tx, round.workshopId, ['draft', 'open', 'closing'])
  const late = open.find(({ after }) => after?.as === 'late' && after.roundId === round.id)
  if (late) throw problem('vote/late-open', { roundId: late.id })
}

/**
 * Seats that a new round may wait for.
 *
 * @throws WorkshopError `vote/not-an-empty-seat`
 */
export function demandEmptySeats({ awaits = [] }: NewRound, emptySeats: readonly string[]): void {
  const unknown = awaits.find((seat) => !emptySeats.includes(seat))
  if (unknown) throw problem('vote/not-an-empty-seat', { seat: unknown })
}

type Following = Pick<ledger.StoredRound, 'after' | 'workshopId'>

/**
 * Whose answers had lapsed when a check by name closed: they were not counted, so they answer late. Of a secret one nobody
 * may tell whose they were.
 */
export function lapsedIn(first: Pick<ledger.StoredRound, 'result'> | undefined): ReadonlySet<string> {
  return new Set(first?.result?.earlier?.map(({ participantId }) => participantId))
}

/**
 * Who voted in the round that this one takes late answers to, and whoever's seat became one with theirs; nobody for other
 * rounds.
 */
export async function votedBefore(reader: Reader, { after, workshopId }: Following): Promise<ReadonlySet<string>> {
  if (after?.as !== 'late') return new Set()
  const rows = await reader
    .selectFrom('ballots')
    .leftJoin('participants', 'participants.id', 'ballots.participant_id')
    .where('ballots.round_id', '=', after.roundId)
    .select(['ballots.participant_id', 'participants.merged_into'])
    .execute()
  const lapsed = lapsedIn(await ledger.findRound(reader, workshopId, after.roundId))
  const counted = rows.filter(({ participant_id }) => !lapsed.has(participant_id))
  return new Set(counted.flatMap(({ participant_id, merged_into }) => [participant_id, ...(merged_into === null ? [] : [merged_into])]))
}
