import type { Kysely, Selectable } from 'kysely'
import type { Database } from '../../../storage/tables'
import type { Tx } from '../../server-tool'
import type { DraftsTables } from '../tables'

type Reader = Tx | Kysely<Database>

/** A minority statement as it was written down. */
export type MinorityRow = Selectable<DraftsTables['draft_minorities']>

/** The minority statement of a wording; undefined while nobody has begun one. */
export function findMinority(reader: Reader, workshopId: string, minorityOf: string): Promise<MinorityRow | undefined> {
  return reader
    .selectFrom('draft_minorities')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .where('minority_of', '=', minorityOf)
    .executeTakeFirst()
}

/** Writes one down; the table takes one for each wording. */
export async function insertMinority(tx: Tx, row: Pick<MinorityRow, 'draft_id' | 'minority_of' | 'workshop_id'>): Promise<void> {
  await tx
    .insertInto('draft_minorities')
    .values({ ...row, closes_on: null, closed_at_ms: null, text: null, text_hash: null, stood: null })
    .execute()
}

/** Names its last day, or closes it. */
export async function changeMinority(
  tx: Tx,
  draftId: string,
  change: Partial<Pick<MinorityRow, 'closes_on' | 'closed_at_ms' | 'text' | 'text_hash' | 'stood'>>,
): Promise<void> {
  await tx.updateTable('draft_minorities').set(change).where('draft_id', '=', draftId).execute()
}

/** Those of all workshops that close on a day. */
export function closingMinorities(reader: Reader): Promise<MinorityRow[]> {
  return reader
    .selectFrom('draft_minorities')
    .innerJoin('workshops', 'workshops.id', 'draft_minorities.workshop_id')
    .selectAll('draft_minorities')
    .where('workshops.deleted_at_ms', 'is', null)
    .where('closes_on', 'is not', null)
    .where('closed_at_ms', 'is', null)
    .orderBy('closes_on')
    .execute()
}
