import type { LedgerExport } from '../../../shared/tools/votes/round-export'
import { type OpenEntry, sealed } from '../../../shared/workshop/ledger-chain'

/** A workshop's chain as members may have it. Who cast a ballot is for facilitators alone until the round is closed (VOTES-12). */
export function ledgerExport(workshopId: string, entries: readonly OpenEntry[]): LedgerExport {
  const closed = new Set(entries.filter(({ kind }) => kind === 'vote/closed').map(({ payload }) => payload.roundId))
  return {
    format: 'convene-ledger',
    version: 1,
    workshopId: workshopId as LedgerExport['workshopId'], // written with this prefix only
    chain: entries.map((entry) => (personal.has(entry.kind) && !closed.has(entry.payload.roundId) ? sealed(entry) : entry)),
  }
}

/** Entries that say who has a ballot. */
const personal: ReadonlySet<string> = new Set(['vote/cast', 'vote/sense-contested'])
