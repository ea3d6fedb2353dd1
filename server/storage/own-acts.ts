import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Actor } from '../../shared/access/actor'
import type { Database } from './tables'

/** What somebody did themselves: no news to them. */
export interface OwnActs {
  /** Whether they did this with that record, for example `vote/opened` with a round. */
  did(kind: string, id: string): boolean
}

/** What a person did since a moment, as the ledger has it. */
export async function ownActsSince(reader: Kysely<Database>, { workshopId, id }: Actor, sinceMs: number): Promise<OwnActs> {
  const rows = await reader
    .selectFrom('ledger')
    .select(['kind', 'payload'])
    .where('workshop_id', '=', workshopId)
    .where('at_ms', '>', sinceMs)
    .execute()
  const own = rows
    .map(({ kind, payload }) => ({ kind, payload: Payload.parse(JSON.parse(payload)) }))
    .filter(({ payload }) => payload.by === id)
  return { did: (kind, subjectId) => own.some((act) => act.kind === kind && Object.values(act.payload).includes(subjectId)) }
}

/** Who did it stands under `by`, and what it was done with under a name that the act chose. */
const Payload = z.record(z.string(), z.unknown())
