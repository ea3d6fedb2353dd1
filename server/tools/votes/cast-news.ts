import type { ParticipantId } from '../../../shared/access/actor'
import { recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import { namedAnswer } from '../../../shared/tools/votes/result'
import type { DocWrite, Tx } from '../server-tool'
import * as ledger from './ledger'
import { turnoutNow } from './roll'
import { contestsIn } from './standing-ballots'

/** What a cast may make others see. */
export interface CastNews {
  readonly round: ledger.StoredRound
  readonly participantId: ParticipantId
  readonly choice: ledger.Choice
  /** Somebody began, finished, or took finishing back. */
  readonly turnoutChanged: boolean
}

/**
 * What others may see of the casts of one transaction, each round told once: turnout when it changed, and in a resonance
 * check the answers themselves. Never a count of choices.
 */
export async function showCasts(tx: Tx, news: readonly CastNews[]): Promise<readonly DocWrite[]> {
  const byRound = new Map<string, CastNews[]>()
  for (const each of news) byRound.set(each.round.id, [...(byRound.get(each.round.id) ?? []), each])
  const writes: DocWrite[] = []
  for (const casts of byRound.values()) writes.push(...(await showRound(tx, casts)))
  return writes
}

async function showRound(tx: Tx, casts: readonly CastNews[]): Promise<readonly DocWrite[]> {
  const [first] = casts
  if (!first) return []
  const { round } = first
  const isLive = round.method === 'resonance'
  const turnoutChanged = casts.some((cast) => cast.turnoutChanged)
  if (!turnoutChanged && !isLive) return []
  const revision = round.revision + 1
  if (turnoutChanged) await ledger.updateRound(tx, round.id, { revision })
  const turnout = turnoutChanged && (await turnoutNow(tx, round))
  const contests = isLive ? await contestsIn(tx, round.id) : undefined
  return [
    {
      room: recordRoom(round.workshopId),
      write(doc) {
        if (turnout) rounds.patch(doc, round.id, { turnout, revision })
        if (!isLive) return
        for (const { participantId, choice } of casts) {
          const answer = namedAnswer({ ...choice, participantId, receipt: '', contested: contests?.get(participantId) })
          if (answer) rounds.putEntry(doc, round.id, 'answers', participantId, answer)
          else rounds.removeEntry(doc, round.id, 'answers', participantId)
        }
      },
    },
  ]
}
