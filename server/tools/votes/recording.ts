import type { Actor } from '../../../shared/access/actor'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import type { contract } from '../../../shared/tools/votes/contract'
import { problem } from '../../../shared/tools/votes/problems'
import type { Effects, Tx } from '../server-tool'
import { sha256Hex } from './commitment'
import * as ledger from './ledger'
import { roundWrite } from './round-write'

/** Writes down in words what a closed round decided, once. */
export async function recorded(
  tx: Tx,
  actor: Actor,
  round: ledger.StoredRound,
  { words, reservations }: BodyOf<typeof contract.recordRound>,
  atMs: number,
): Promise<Effects<ResultOf<typeof contract.recordRound>>> {
  const { id: roundId } = round
  if (round.recorded?.words === words && round.recorded.reservations === reservations)
    return { result: { roundId, recordedAt: round.recorded.atMs } }
  if (round.recorded) throw problem('vote/recorded', { roundId })
  const byName = (await ledger.peopleOf(tx, actor.workshopId)).find(({ id }) => id === actor.id)?.name ?? ''
  const decided = { words, ...(reservations === undefined ? {} : { reservations }) }
  const recorded = { ...decided, byName, atMs }
  await ledger.updateRound(tx, roundId, { recorded })
  const { question, method, closingTurnout, result, final } = round
  const { identity } = final?.together ?? result ?? {}
  const counts = {
    voters: final?.voters ?? result?.voters ?? 0,
    eligible: final?.eligible ?? closingTurnout?.eligible ?? 0,
    ...(identity ? { identity } : {}),
  }
  return {
    result: { roundId, recordedAt: atMs },
    writes: [roundWrite(round, { recorded })],
    facts: [{ kind: 'round/recorded', roundId, question, method, ...decided, ...counts, by: actor, atMs }],
    ledger: [{ kind: 'vote/recorded', payload: { roundId, by: actor.id, wordsHash: sha256Hex(words) } }],
  }
}
