import type { Actor } from '../../../shared/access/actor'
import { can } from '../../../shared/tools/votes/permissions'
import { problem } from '../../../shared/tools/votes/problems'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { findRound, type Reader, type StoredRound } from './ledger'

/** @throws WorkshopError `request/not-found` unless the actor may: forbidden looks like unknown (THREATS I17) */
export function demand(actor: Actor, action: Parameters<typeof can>[1]): void {
  if (!can(actor, action)) throw kernelProblem('request/not-found')
}

/** @throws WorkshopError `request/not-found` when the workshop has no such round */
export async function roundIn(reader: Reader, { workshopId }: Actor, roundId: string): Promise<StoredRound> {
  const round = await findRound(reader, workshopId, roundId)
  if (!round) throw kernelProblem('request/not-found')
  return round
}

/** @throws WorkshopError `request/not-found`; `vote/not-closed` before the close */
export async function closedRoundIn(reader: Reader, actor: Actor, roundId: string): Promise<StoredRound> {
  const round = await roundIn(reader, actor, roundId)
  if (round.state !== 'closed') throw problem('vote/not-closed', { roundId })
  return round
}
