import type { Kysely } from 'kysely'
import { z } from 'zod'
import { Adoption } from '../../../shared/tools/drafts/schema'
import type { Database } from '../../storage/tables'
import type { Tx } from '../server-tool'

/** An adoption as it was written down. */
export interface StoredAdoption {
  readonly version: number
  readonly adoption: Adoption
}

/** Writes an adoption down, once for ever. */
export async function insertAdoption(
  tx: Tx,
  key: { readonly workshopId: string; readonly draftId: string; readonly adoptedBy: string },
  { version, adoption }: StoredAdoption,
): Promise<void> {
  await tx
    .insertInto('adoptions')
    .values({
      draft_id: key.draftId,
      workshop_id: key.workshopId,
      version,
      text: adoption.text,
      text_hash: adoption.textHash,
      adopted_by: key.adoptedBy,
      adopted_at_ms: adoption.atMs,
      adoption: JSON.stringify(adoption),
    })
    .execute()
}

/** The adoption of a wording; undefined while it is not adopted. */
export async function findAdoption(
  reader: Tx | Kysely<Database>,
  workshopId: string,
  draftId: string,
): Promise<StoredAdoption | undefined> {
  const row = await reader
    .selectFrom('adoptions')
    .select(['version', 'adoption'])
    .where('workshop_id', '=', workshopId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst()
  return row && { version: row.version, adoption: Adoption.parse(JSON.parse(row.adoption)) }
}

/** The last time that each wording was locked, opened or set aside since a moment, and by whom. */
export async function stateChangesSince(
  reader: Kysely<Database>,
  workshopId: string,
  sinceMs: number,
): Promise<ReadonlyMap<string, { readonly atMs: number; readonly by: string }>> {
  const rows = await reader
    .selectFrom('ledger')
    .select(['at_ms', 'payload'])
    .where('workshop_id', '=', workshopId)
    .where('kind', '=', 'draft/state')
    .where('at_ms', '>', sinceMs)
    .orderBy('seq')
    .execute()
  return new Map(
    rows.map(({ at_ms: atMs, payload }) => {
      const { draftId, by } = StateChanged.parse(JSON.parse(payload))
      return [draftId, { atMs, by }]
    }),
  )
}

/** What the ledger keeps of it. */
const StateChanged = z.object({ draftId: z.string(), by: z.string() })
