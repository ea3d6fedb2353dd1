import { type Kysely, sql } from 'kysely'
import { createDoors } from './door-tables'
import type { Migration } from './migrate'
import { createVisits } from './visit-tables'

/** The kernel's tables. Binary and counter columns are the only ones that differ between the two engines. */
export const kernelMigrations: readonly Migration[] = [
  { name: 'kernel/create-workshops', up: createWorkshops },
  { name: 'kernel/create-access', up: createAccess },
  { name: 'kernel/create-rooms', up: createRooms },
  { name: 'kernel/create-ledger', up: createLedger },
  { name: 'kernel/create-snapshots', up: createSnapshots },
  { name: 'kernel/add-identity', up: addIdentity },
  { name: 'kernel/create-doors', up: createDoors },
  { name: 'kernel/create-visits', up: createVisits },
  { name: 'kernel/add-opened-as', up: addOpenedAs },
]

async function createWorkshops(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workshops')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('created_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('template', 'text')
    .addColumn('join_code', 'text', (c) => c.unique())
    .addColumn('join_code_used_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('deleted_at_ms', 'bigint')
    .execute()
  await db.schema
    .createTable('participants')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('organisation', 'text')
    .addColumn('sector', 'text')
    .addColumn('level', 'text')
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('colour', 'integer', (c) => c.notNull())
    .addColumn('joined_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('joined_by', 'text', (c) => c.notNull())
    .addColumn('removed_at_ms', 'bigint')
    .execute()
  await db.schema.createIndex('participants_by_workshop').on('participants').column('workshop_id').execute()
  await db.schema
    .createTable('step_scripts')
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('step_id', 'text', (c) => c.notNull())
    .addColumn('notes', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('step_scripts_key', ['workshop_id', 'step_id'])
    .execute()
}

async function createAccess(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('devices')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('created_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('used_at_ms', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('seats')
    .addColumn('token_hash', 'text', (c) => c.notNull().references('devices.token_hash').onDelete('cascade'))
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('participant_id', 'text', (c) => c.notNull().references('participants.id'))
    .addPrimaryKeyConstraint('seats_key', ['token_hash', 'workshop_id'])
    .execute()
  await db.schema.createIndex('seats_by_participant').on('seats').column('participant_id').execute()
  await db.schema
    .createTable('links')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id'))
    .addColumn('key_hash', 'text', (c) => c.notNull().unique())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('participant_id', 'text', (c) => c.references('participants.id'))
    .addColumn('expires_at_ms', 'bigint')
    .addColumn('uses_left', 'integer')
    .addColumn('created_at_ms', 'bigint', (c) => c.notNull())
    .addColumn('created_by', 'text')
    .addColumn('revoked_at_ms', 'bigint')
    .execute()
  await db.schema.createIndex('links_by_workshop').on('links').column('workshop_id').execute()
}

async function createRooms(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('rooms')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('head_seq', 'bigint', (c) => c.notNull())
    .execute()
  await db.schema.createIndex('rooms_by_workshop').on('rooms').column('workshop_id').execute()
  await db.schema
    .createTable('updates')
    .addColumn('room', 'text', (c) => c.notNull().references('rooms.name'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('update_bytes', sql`blob`, (c) => c.notNull())
    .addColumn('at_ms', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('updates_key', ['room', 'seq'])
    .execute()
  await db.schema
    .createTable('bindings')
    .addColumn('workshop_id', 'text', (c) => c.notNull())
    .addColumn('client_id', 'bigint', (c) => c.notNull())
    .addColumn('participant_id', 'text', (c) => c.notNull())
    .addColumn('at_ms', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('bindings_key', ['workshop_id', 'client_id'])
    .execute()
}

async function createSnapshots(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('room', 'text', (c) => c.notNull().references('rooms.name'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('state_bytes', sql`blob`, (c) => c.notNull())
    .addColumn('at_ms', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('snapshots_key', ['room', 'seq'])
    .execute()
}

async function createLedger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('ledger')
    .addColumn('workshop_id', 'text', (c) => c.notNull())
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('at_ms', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('payload', 'text', (c) => c.notNull())
    .addColumn('previous_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('ledger_key', ['workshop_id', 'seq'])
    .execute()
}

/** Of those who came before it was asked, only whoever opened a workshop is known to have come by a key of their own. */
async function addIdentity(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('participants')
    .addColumn('identity', 'text', (c) => c.notNull().defaultTo('open-link'))
    .execute()
  await sql`update participants set identity = 'personal-invite' where joined_by = 'opened'`.execute(db)
}

async function addOpenedAs(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('workshops').addColumn('opened_as', 'text').execute()
}
