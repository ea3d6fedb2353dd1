import type { Kysely } from 'kysely'
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
