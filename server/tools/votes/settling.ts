import { ballotsOfNobody, sumOf, type Tallied } from '../../../shared/tools/votes/final'
import type { FinalResult } from '../../../shared/tools/votes/schema'
import type { Tx } from '../server-tool'
import { sha256Hex } from './commitment'
import { type Closed, closingBallots } from './counting'
import { lapsedIn } from './late'
import * as ledger from './ledger'
import { roundWrite } from './round-write'

/** A late round as it is being closed. */
export interface LateCount extends Tallied {
  readonly round: ledger.StoredRound
  /** Who could answer in it. */
  readonly electorate: readonly ledger.Person[]
}

type Settled = Closed & { readonly result: FinalResult }

/** Makes a provisional round final, in the transaction that closes its late answers. */
export async function settleWith(tx: Tx, first: ledger.StoredRound, late: LateCount, nowMs: number): Promise<Settled> {
  const { result = { voters: 0 } } = first
  const counted = new Set<string>([...(result.ballots ?? []), ...(result.answers ?? [])].map(({ participantId }) => participantId))
  // Whoever was counted then is counted now, even if they have left since.
  const voters = (await ledger.peopleOf(tx, first.workshopId)).filter(({ id }) => counted.has(id))
  const ballots = first.secret ? ballotsOfNobody(first.unlinked ?? []) : closingBallots(await ledger.ballotsOf(tx, first.id), voters)
  const lapsed = lapsedIn(first)
  const askedAgain = late.electorate.filter(({ id }) => lapsed.has(id)).length
  const eligible = (first.closingTurnout?.begun ?? 0) - askedAgain + late.electorate.length
  const sum = sumOf(first, { result, ballots }, late, eligible, [...voters, ...late.electorate])
  return settle(tx, first, { atMs: nowMs, lateRoundId: late.round.id, eligible, voters: result.voters + late.result.voters, ...sum })
}

/** Lets a provisional result stand, in the caller's transaction. */
export function settleAlone(tx: Tx, first: ledger.StoredRound, nowMs: number): Promise<Settled> {
  const eligible = first.closingTurnout?.eligible ?? 0
  return settle(tx, first, { atMs: nowMs, eligible, voters: first.result?.voters ?? 0, standsBecause: 'not-asked' })
}

async function settle(tx: Tx, { id, workshopId }: ledger.StoredRound, final: FinalResult): Promise<Settled> {
  await ledger.updateRound(tx, id, { final })
  await ledger.forgetChoices(tx, id)
  const finalHash = sha256Hex(JSON.stringify(final))
  return {
    result: final,
    writes: [roundWrite({ id, workshopId }, { final })],
    ledger: [{ kind: 'vote/final', payload: { roundId: id, ...(final.lateRoundId ? { lateRoundId: final.lateRoundId } : {}), finalHash } }],
  }
}
