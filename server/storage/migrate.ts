import { type Kysely, sql } from 'kysely'
import type { Database } from './tables'

/** One named change of the database. Migrations only ever add. */
export interface Migration {
  /** `<room>/<what>`, for example `votes/create-rounds`. */
  readonly name: string
  // Migrations build tables that the Database type describes, so they cannot be typed by it.
  up(db: Kysely<unknown>): Promise<void>
}

/**
 * Runs, in order, every migration that has not run yet, each in a transaction of its own.
 *
 * @returns the names of those that ran
 */
export async function runMigrations(db: Kysely<Database>, migrations: readonly Migration[]): Promise<readonly string[]> {
  await sql`create table if not exists migrations (name text primary key, at_ms integer not null)`.execute(db)
  const done = new Set((await db.selectFrom('migrations').select('name').execute()).map((row) => row.name))
  const ran: string[] = []
  for (const migration of migrations) {
    if (done.has(migration.name)) continue
    await db.transaction().execute(async (tx) => {
      await migration.up(tx as unknown as Kysely<unknown>) // the tables it builds are the ones the type will describe
      await tx.insertInto('migrations').values({ name: migration.name, at_ms: Date.now() }).execute()
    })
    done.add(migration.name)
    ran.push(migration.name)
  }
  return ran
}
