import type { Kysely } from 'kysely'

/** One named change of the database. Migrations only ever add. */
export interface Migration {
  /** `<room>/<what>`, for example `votes/create-rounds`. */
  readonly name: string
  // Migrations build tables that the Database type describes, so they cannot be typed by it.
  up(db: Kysely<unknown>): Promise<void>
}
