import type { Kysely } from 'kysely'
import type { Migration } from '../../storage/migrate'

/** What the roster keeps outside every document. */
export interface PartnersTables {
  /** Private links to partners' rows, stored hashed; one of a partner works at a time. */
  row_links: {
    key_hash: string
    workshop_id: string
    partner_id: string
    made_at_ms: number
    made_by: string
    used_at_ms: number | null
  }
  /** When a group looks again at who is at the table; one day of a workshop at a time. */
  membership_reviews: {
    workshop_id: string
    due_on: string
    /** `waiting` for the day, or `placed` on the agenda. */
    state: 'waiting' | 'placed'
    step_id: string | null
  }
}

export const partnersMigrations: readonly Migration[] = [
  {
    name: 'partners/create-row-links',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('row_links')
        .addColumn('key_hash', 'text', (column) => column.primaryKey())
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('partner_id', 'text', (column) => column.notNull())
        .addColumn('made_at_ms', 'bigint', (column) => column.notNull())
        .addColumn('made_by', 'text', (column) => column.notNull())
        .addColumn('used_at_ms', 'bigint')
        .addUniqueConstraint('row_links_one_each', ['workshop_id', 'partner_id'])
        .execute()
    },
  },
  {
    name: 'partners/create-membership-reviews',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('membership_reviews')
        .addColumn('workshop_id', 'text', (column) => column.primaryKey())
        .addColumn('due_on', 'text', (column) => column.notNull())
        .addColumn('state', 'text', (column) => column.notNull())
        .addColumn('step_id', 'text')
        .execute()
    },
  },
]
