import { limits } from '../../../shared/sync/limits'
import type { ServerContext, Tx } from '../server-tool'
import type { Closed } from './counting'
import * as ledger from './ledger'

/** The timers of rounds that close by themselves. */
export interface Ending {
  at(workshopId: string, roundId: string, closesAtMs: number): void
  /** Sets them again after a start. */
  resume(): Promise<void>
}

/** @param close counts a round in the caller's transaction */
export function createEnding(context: ServerContext, close: (tx: Tx, round: ledger.StoredRound, nowMs: number) => Promise<Closed>): Ending {
  function at(workshopId: string, roundId: string, closesAtMs: number): void {
    context.at(closesAtMs, () => finish(workshopId, roundId))
  }

  async function finish(workshopId: string, roundId: string): Promise<void> {
    const laterMs = await context.governed(workshopId, async (tx) => {
      const round = await ledger.findRound(tx, workshopId, roundId)
      const endMs = round && endOf(round)
      if (!round || endMs === undefined) return { result: undefined }
      // A timer may be a moment early, and the clock may have been set back.
      if (round.state === 'open' && context.now() < endMs) return { result: endMs }
      const isPartOfSecret = round.secret || round.after?.as === 'late'
      return { result: undefined, ...(await close(tx, round, context.now())), scrub: isPartOfSecret }
    })
    if (laterMs !== undefined) at(workshopId, roundId, laterMs)
  }

  return {
    at,

    async resume() {
      // Should the clock have been set back meanwhile, nobody waits for longer than the grace.
      const latestMs = context.now() + limits.closeGraceMs
      for (const round of await ledger.roundsWithAnEnd(context.db)) {
        const endMs = endOf(round) ?? latestMs
        at(round.workshopId, round.id, round.state === 'closing' ? Math.min(endMs, latestMs) : endMs)
      }
    },
  }
}

/** When a round closes by itself; undefined for those that do not. */
function endOf({ state, closesAtMs = 0, untilMs }: ledger.StoredRound): number | undefined {
  if (state === 'closing') return closesAtMs
  return state === 'open' ? untilMs : undefined
}
