import { recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import { appendLedger } from '../../storage/hash-chain'
import type { DocWrite, PeopleMerged, Tx } from '../server-tool'
import { votedBefore } from './late'
import * as ledger from './ledger'
import { turnoutNow } from './roll'

/**
 * One person, one ballot: in every running round the kept seat's ballot counts and the other is thrown away; where only the
 * other seat has voted, its ballot moves. Closed rounds stay as they were counted. Runs in the transaction that merges.
 */
export async function mergeBallots(tx: Tx, workshopId: string, merged: PeopleMerged): Promise<readonly DocWrite[]> {
  const writes: DocWrite[] = []
  for (const round of await ledger.runningRounds(tx, workshopId)) writes.push(await mergeIn(tx, round, merged))
  return writes
}

async function mergeIn(tx: Tx, round: ledger.StoredRound, { from, into, atMs }: PeopleMerged): Promise<DocWrite> {
  const going = await ledger.ballotOf(tx, round.id, from)
  const staying = await ledger.ballotOf(tx, round.id, into)
  // Late answers: whoever voted the first time, on either seat, has had their ballot.
  const hasVoted = (await votedBefore(tx, round)).has(into)
  if (hasVoted) for (const seat of [from, into]) await ledger.dropBallot(tx, round.id, seat)
  else if (going && staying) await ledger.dropBallot(tx, round.id, from)
  else if (going) await ledger.moveBallot(tx, round.id, from, into)
  if (going || (hasVoted && staying)) {
    const payload = { roundId: round.id, from, into, counts: hasVoted ? null : staying ? into : from }
    await appendLedger(tx, round.workshopId, [{ kind: 'vote/merged', payload }], atMs)
  }
  const revision = round.revision + 1
  await ledger.updateRound(tx, round.id, { revision })
  const turnout = await turnoutNow(tx, round)
  return {
    room: recordRoom(round.workshopId),
    write(doc) {
      const answer = rounds.get(doc, round.id)?.answers?.[from]
      rounds.patch(doc, round.id, { turnout, revision })
      rounds.removeEntry(doc, round.id, 'answers', from)
      if (answer && !staying) rounds.putEntry(doc, round.id, 'answers', into, { ...answer, participantId: into })
    },
  }
}
