import type { Actor } from '../../../shared/access/actor'
import { limits } from '../../../shared/sync/limits'
import { problem } from '../../../shared/tools/votes/problems'
import { termsText } from '../../../shared/tools/votes/terms'
import type { Effects, Tx } from '../server-tool'
import { sha256Hex } from './commitment'
import { votedBefore } from './late'
import * as ledger from './ledger'
import { roundWrite } from './round-write'

/** Opens a round; from here on its terms stand, and their hash is in the chain. */
export async function opened(tx: Tx, actor: Actor, round: ledger.StoredRound, openedAtMs: number): Promise<Effects<ledger.StoredRound>> {
  const { id: roundId } = round
  if (round.state === 'open') return { result: round }
  if (round.state !== 'draft') throw problem('vote/closed', { roundId })
  if (round.untilMs !== undefined && round.untilMs <= openedAtMs) throw problem('vote/bad-date')
  const running = (await ledger.runningRounds(tx, actor.workshopId)).filter(takesTheRoom)
  if (takesTheRoom(round) && running.length >= limits.openRounds) {
    throw problem('vote/too-many-open', { openRounds: running.length })
  }
  const termsHash = sha256Hex(termsText(round))
  const people = await ledger.peopleOf(tx, actor.workshopId)
  const turnout = ledger.turnoutOf(ledger.electorateOf(round, people, [], await votedBefore(tx, round)), [])
  await ledger.updateRound(tx, roundId, { state: 'open', openedAtMs })
  return {
    result: round,
    writes: [roundWrite(round, { state: 'open', openedAtMs, turnout, termsHash })],
    ledger: [{ kind: 'vote/opened', payload: { roundId, by: actor.id, termsHash, eligible: turnout.eligible } }],
  }
}

/** Whether a round is one of those that a group has before it; late answers and resonance wait for nobody. */
function takesTheRoom({ method, after }: ledger.Terms): boolean {
  return method !== 'resonance' && after?.as !== 'late'
}
