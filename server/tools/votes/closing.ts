import { unlinkedChoices } from '../../../shared/tools/votes/final'
import { resultOf } from '../../../shared/tools/votes/result'
import type { Round } from '../../../shared/tools/votes/schema'
import { fewestSecretBallots } from '../../../shared/tools/votes/secrecy'
import type { DocWrite, Tx } from '../server-tool'
import { sha256Hex } from './commitment'
import { raiseAtClose } from './concern-raising'
import type { Closed } from './counting'
import { missingAt, votedBefore } from './late'
import * as ledger from './ledger'
import { roundWrite } from './round-write'
import { settleWith } from './settling'
import { ballotsOn } from './standing-ballots'

/**
 * Counts a round and closes it for ever, in the caller's transaction. In a secret round nothing that links a person
 * to a choice outlives it. Where nobody is there whom it waits for, the result is provisional; where it is of late answers,
 * the provisional round becomes final with it.
 *
 * @param emptySeats seats that nobody in the workshop speaks for now
 * @param textHash of a check's wording as it is now; only answers that stand on it are counted
 */
export async function closeNow(
  tx: Tx,
  round: ledger.StoredRound,
  nowMs: number,
  emptySeats: readonly string[],
  textHash: string | undefined,
): Promise<Closed> {
  const ballots = await ledger.ballotsOf(tx, round.id)
  const people = await ledger.peopleOf(tx, round.workshopId)
  const electorate = ledger.electorateOf(round, people, ballots, await votedBefore(tx, round))
  const turnout = ledger.turnoutOf(electorate, ballots)
  const counted = await ballotsOn(tx, round, textHash, ballots, electorate)
  const result = { ...resultOf(round, counted, turnout.eligible, electorate), ...(textHash ? { textHash } : {}) }
  const missing = missingAt(round, emptySeats, electorate)
  const shown: Partial<Round> = {
    state: 'closed',
    closedAtMs: nowMs,
    turnout,
    result,
    lapsed: undefined,
    ...(missing.length > 0 ? { provisional: { missing } } : {}),
  }
  const { turnout: _shown, lapsed: _gone, ...stored } = shown
  const keepsChoices = shown.provisional && round.secret && result.voters >= fewestSecretBallots
  await ledger.updateRound(tx, round.id, {
    ...stored,
    closingTurnout: turnout,
    ...(keepsChoices ? { unlinked: unlinkedChoices(counted) } : {}),
  })
  await ledger.keepElectorate(tx, round.id, electorate)
  const raised = await raiseAtClose(tx, round, counted, nowMs, textHash)
  if (round.secret) await ledger.unlinkBallots(tx, round.id)
  const write: DocWrite = roundWrite(round, shown)
  const payload = {
    roundId: round.id,
    turnout,
    resultHash: sha256Hex(JSON.stringify(result)),
    ...(missing.length > 0 ? { missing } : {}),
  }
  const first = round.after?.as === 'late' ? await ledger.findRound(tx, round.workshopId, round.after.roundId) : undefined
  const settled = first && (await settleWith(tx, first, { round, result, ballots: counted, electorate }, nowMs))
  return {
    writes: [write, ...raised.writes, ...(settled?.writes ?? [])],
    ledger: [{ kind: 'vote/closed', payload }, ...raised.ledger, ...(settled?.ledger ?? [])],
  }
}
