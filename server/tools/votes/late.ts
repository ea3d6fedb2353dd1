import { isAgreement } from '../../../shared/tools/votes/methods'
import { problem } from '../../../shared/tools/votes/problems'
import type { NewRound } from '../../../shared/tools/votes/requests'
import type { Tx } from '../server-tool'
import * as ledger from './ledger'

type Reader = ledger.Reader

/** Late answers are of the same wish to vote; a year on it is another one. */
const longestMs = 366 * 24 * 60 * 60 * 1000

/**
 * The terms of a round in which those who were absent answer: exactly those of the provisional one, down to the ids of its
 * options, so that the two can be added; and a date.
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
  const { awaits: _awaits, ...terms } = ledger.Terms.parse(first)
  return { ...terms, ...(after ? { after } : {}), untilMs }
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
 * @throws WorkshopError `vote/bad-setup` for a check on a wording; `vote/not-an-empty-seat`
 */
export function demandEmptySeats({ method, awaits = [] }: NewRound, emptySeats: readonly string[]): void {
  if (awaits.length === 0) return
  if (isAgreement(method)) {
    throw problem('vote/bad-setup', { why: 'A check on a wording waits for nobody: ask it again once those who were missing are here.' })
  }
  const unknown = awaits.find((seat) => !emptySeats.includes(seat))
  if (unknown) throw problem('vote/not-an-empty-seat', { seat: unknown })
}

/**
 * Who voted in the round that this one takes late answers to, and whoever's seat became one with theirs; nobody for other
 * rounds.
 */
export async function votedBefore(reader: Reader, { after }: Pick<ledger.StoredRound, 'after'>): Promise<ReadonlySet<string>> {
  if (after?.as !== 'late') return new Set()
  const rows = await reader
    .selectFrom('ballots')
    .leftJoin('participants', 'participants.id', 'ballots.participant_id')
    .where('ballots.round_id', '=', after.roundId)
    .select(['ballots.participant_id', 'participants.merged_into'])
    .execute()
  return new Set(rows.flatMap(({ participant_id, merged_into }) => [participant_id, ...(merged_into === null ? [] : [merged_into])]))
}
