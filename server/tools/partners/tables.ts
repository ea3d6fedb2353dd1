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
  /** How partners feel about the work; in no document, and shown by partner to the intermediary only. */
  pulses: {
    workshop_id: string
    partner_id: string
    participant_id: string
    /** A day such as `2026-11-23`, by UTC. */
    given_on: string
    /** 0 no, 1 partly, 2 yes. */
    serves: number
    place: number
  }
  /** How the work serves a partner's own mission; for its own people only. */
  mission_lines: { workshop_id: string; partner_id: string; words: string }
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
  {
    name: 'partners/create-pulses',
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('pulses')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('partner_id', 'text', (column) => column.notNull())
        .addColumn('participant_id', 'text', (column) => column.notNull())
        .addColumn('given_on', 'text', (column) => column.notNull())
        .addColumn('serves', 'integer', (column) => column.notNull())
        .addColumn('place', 'integer', (column) => column.notNull())
        .addPrimaryKeyConstraint('pulses_key', ['workshop_id', 'participant_id', 'given_on'])
        .execute()
      await db.schema
        .createTable('mission_lines')
        .addColumn('workshop_id', 'text', (column) => column.notNull())
        .addColumn('partner_id', 'text', (column) => column.notNull())
        .addColumn('words', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('mission_lines_key', ['workshop_id', 'partner_id'])
        .execute()
    },
  },
]
