import type { Kysely } from 'kysely'
import type { Migration } from '../../storage/migrate'

/** The decision log as a fact; `record` shows a projection of it. Rows are only ever added. */
export interface DecisionsTables {
  decisions: {
    workshop_id: string
    number: number
    id: string
    /** What the entry is about and when: the same fact twice is one entry. */
    source: string
    /** The entry as JSON. */
    entry: string
  }
}

export const decisionsMigrations: readonly Migration[] = [
  {
    name: 'decisions/create-decisions',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('decisions')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('number', 'integer', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull().unique())
        .addColumn('source', 'text', (column) => column.notNull())
        .addColumn('entry', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('decisions_pk', ['workshop_id', 'number'])
        .addUniqueConstraint('decisions_source', ['workshop_id', 'source'])
        .execute()
    },
  },
]
