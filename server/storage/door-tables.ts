import type { Kysely } from 'kysely'

/** Who may come in, and who is waiting to. */
export interface DoorTables {
  /** How a workshop's door is kept; one without a row is open. */
  doors: { workshop_id: string; kind: string; passphrase_hash: string | null }
  /** People at the door who wait, or who got an answer that they have not acted on. One per device and workshop. */
  knocks: {
    id: string
    workshop_id: string
    token_hash: string
    name: string
    organisation: string | null
    sector: string | null
    level: string | null
    role: string
    at_ms: number
    state: string
  }
  /** Personal invites, their secrets stored hashed. */
  invites: {
    id: string
    workshop_id: string
    key_hash: string
    name: string
    organisation: string | null
    sector: string | null
    level: string | null
    role: string
    /** The step that its address opens. */
    step_id: string | null
    created_at_ms: number
    created_by: string
    /** When the present secret was made: at first, or when the invite was sent anew. */
    issued_at_ms: number
    expires_at_ms: number | null
    revoked_at_ms: number | null
    /** The device that the present secret is bound to; null until it was used. */
    token_hash: string | null
    /** Whose seat it opens; null until somebody came by it. */
    participant_id: string | null
  }
}

/** Builds the tables of the door. */
export async function createDoors(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('doors')
    .addColumn('workshop_id', 'text', (c) => c.primaryKey().references('workshops.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('passphrase_hash', 'text')
    .execute()
  await db.schema
    .createTable('knocks')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('token_hash', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('organisation', 'text')
    .addColumn('sector', 'text')
    .addColumn('level', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('at_ms', 'bigint', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addUniqueConstraint('knocks_by_device', ['workshop_id', 'token_hash'])
    .execute()
  await db.schema
    .createTable('invites')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('key_hash', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('organisation', 'text')
    .addColumn('sector', 'text')
    .addColumn('level', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('step_id', 'text')
    .addColumn('created_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('issued_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('expires_at_ms', 'bigint')
    .addColumn('revoked_at_ms', 'bigint')
    .addColumn('token_hash', 'text')
    .addColumn('participant_id', 'text', (c) => c.references('participants.id'))
    .execute()
  await db.schema.createIndex('invites_by_workshop').on('invites').column('workshop_id').execute()
  await db.schema.alterTable('participants').addColumn('merged_into', 'text').execute()
}
