import type { Kysely } from 'kysely'
import type { Migration } from '../../storage/migrate'

/** What the drafts tool keeps in SQL: the fact behind an adopted wording. Rows are written once and never changed. */
export interface DraftsTables {
  adoptions: {
    draft_id: string
    workshop_id: string
    version: number
    text: string
    text_hash: string
    adopted_by: string
    adopted_at_ms: number
    /** The whole adoption as JSON, as in `record`. */
    adoption: string
  }
}

export const draftsMigrations: readonly Migration[] = [{ name: 'drafts/create-adoptions', up: createAdoptions }]

async function createAdoptions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('adoptions')
    .addColumn('draft_id', 'text', (column) => column.primaryKey())
    .addColumn('workshop_id', 'text', (column) => column.notNull().references('workshops.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addColumn('adopted_by', 'text', (column) => column.notNull())
    .addColumn('adopted_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('adoption', 'text', (column) => column.notNull())
    .execute()
}
