import type { Kysely } from 'kysely'

/** When each participant was here; one row each. */
export interface VisitTables {
  visits: {
    participant_id: string
    workshop_id: string
    /** When the visit before the present one ended; null before the second one. */
    since_ms: number | null
    /** When the present or last visit began. */
    began_at_ms: number
    /** Last known moment of it. */
    seen_at_ms: number
  }
}

export async function createVisits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visits')
    .addColumn('participant_id', 'text', (c) => c.primaryKey().references('participants.id'))
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('since_ms', 'bigint')
    .addColumn('began_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('seen_at_ms', 'bigint', (c) => c.notNull())
    .execute()
}
