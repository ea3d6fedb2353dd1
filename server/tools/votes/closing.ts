import { recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import { type ClosingBallot, resultOf } from '../../../shared/tools/votes/result'
import type { DocWrite, Effects, Tx } from '../server-tool'
import { sha256Hex } from './commitment'
import * as ledger from './ledger'

/** What closing leaves behind, inside the act that closes. */
export type Closed = Required<Pick<Effects<void>, 'writes' | 'ledger'>>

/**
 * Counts a round and closes it for ever, in the caller's transaction. In a secret round nothing that links a person
 * to a choice outlives it.
 */
export async function closeNow(tx: Tx, round: ledger.StoredRound, nowMs: number): Promise<Closed> {
  const ballots = await ledger.ballotsOf(tx, round.id)
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(tx, round.workshopId), ballots)
  const turnout = ledger.turnoutOf(electorate, ballots)
  const counted = closingBallots(ballots, electorate)
  const result = resultOf(round, counted, turnout.eligible, electorate)
  await ledger.updateRound(tx, round.id, { state: 'closed', closedAtMs: nowMs, closingTurnout: turnout, result })
  if (round.secret) await ledger.unlinkBallots(tx, round.id)
  const write: DocWrite = {
    room: recordRoom(round.workshopId),
    write: (doc) => void rounds.patch(doc, round.id, { state: 'closed', closedAtMs: nowMs, turnout, result }),
  }
  return {
    writes: [write],
    ledger: [{ kind: 'vote/closed', payload: { roundId: round.id, turnout, resultHash: sha256Hex(JSON.stringify(result)) } }],
  }
}

/** The ballots of people who are still in the workshop, with where they stand and how they came in. */
export function closingBallots(ballots: readonly ledger.StoredBallot[], electorate: readonly ledger.Person[]): readonly ClosingBallot[] {
  const people = new Map<string, ledger.Person>(electorate.map((person) => [person.id, person]))
  return ballots.flatMap(({ participantId, choice, receipt = '' }) => {
    const person = people.get(participantId)
    if (!person || !choice) return []
    const { id, organisation, sector, level, identity } = person
    return [{ participantId: id, organisation, sector, level, identity, receipt, ...choice }]
  })
}
