import type { Kysely } from 'kysely'
import type { Migration } from '../../storage/migrate'

/** Published documents, every version as it was published; at most one version of a workshop is live. */
export interface DocumentTables {
  publications: {
    workshop_id: string
    version: number
    /** The same for all versions of a workshop. */
    slug: string
    /** 1 or 0. */
    live: number
    published_at_ms: number
    published_by: string
    /** The document model as JSON. */
    model: string
  }
}

export const documentMigrations: readonly Migration[] = [
  {
    name: 'document/create-publications',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('publications')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('version', 'integer', (column) => column.notNull())
        .addColumn('slug', 'text', (column) => column.notNull())
        .addColumn('live', 'integer', (column) => column.notNull())
        .addColumn('published_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('published_by', 'text', (column) => column.notNull())
        .addColumn('model', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('publications_pk', ['workshop_id', 'version'])
        .execute()
      await db.schema.createIndex('publications_by_slug').on('publications').columns(['slug', 'live']).execute()
    },
  },
]
