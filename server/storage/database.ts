import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { type DatabaseConnection, type Driver, Kysely, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely'
import { kernelMigrations } from './kernel-migrations'
import { type Migration, runMigrations } from './migrate'
import type { Database } from './tables'

/** The open database: one connection that writes, one that only reads. */
export interface Store {
  /** For the writer queue alone. */
  readonly writing: Kysely<Database>
  /** The database's file, for connections in other threads. */
  readonly file: string
  /** Sees what is committed; never waits for the writer. */
  readonly reading: Kysely<Database>
  /** Empties the write-ahead log into the file, so that nothing deleted lingers in it. */
  scrub(): void
  /** Copies the whole database to `file`, consistently, while it is in use. */
  backup(file: string): Promise<void>
  close(): Promise<void>
}

/** Where a data folder's database is. */
export function databaseFile(dataDir: string): string {
  return path.join(dataDir, 'convene.sqlite')
}

/**
 * Opens (or creates) the database in a folder and brings its tables up to date.
 *
 * @throws Error with one clear sentence when the folder cannot be written or the file is damaged
 */
export async function openStore(dataDir: string, migrations: readonly Migration[]): Promise<Store> {
  const file = databaseFile(dataDir)
  const lock = lockFolder(dataDir)
  let writing: Kysely<Database> | undefined
  try {
    const writer = openFile(dataDir, file)
    writing = kysely(writer)
    await runMigrations(writing, [...kernelMigrations, ...migrations])
    return storeOf(file, writer, writing, lock)
  } catch (cause) {
    await writing?.destroy()
    lock.close()
    throw cause
  }
}

function storeOf(file: string, writer: Sqlite.Database, writing: Kysely<Database>, lock: Sqlite.Database): Store {
  const reader = new Sqlite(file, { readonly: true, fileMustExist: true })
  const reading = kysely(reader)
  return {
    writing,
    file,
    reading,
    scrub() {
      writer.pragma('wal_checkpoint(TRUNCATE)')
    },
    async backup(target) {
      await reader.backup(target)
    },
    async close() {
      await reading.destroy()
      await writing.destroy()
      lock.close()
    },
  }
}

/**
 * Keeps a second server away from the folder: rooms live in memory, and two would overwrite each other. The lock is the
 * operating system's, so it ends with the process however that ends.
 */
export function lockFolder(dataDir: string): Sqlite.Database {
  let lock: Sqlite.Database
  try {
    mkdirSync(dataDir, { recursive: true })
    lock = new Sqlite(path.join(dataDir, 'in-use'), { timeout: 0 })
  } catch (cause) {
    throw new Error(`The data folder ${dataDir} cannot be written.`, { cause })
  }
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    lock.close()
    throw new Error(`The data folder ${dataDir} is in use by another Convene. Stop that one, or choose another DATA_DIR.`, { cause })
  }
}

function openFile(dataDir: string, file: string): Sqlite.Database {
  let db: Sqlite.Database
  try {
    db = new Sqlite(file)
  } catch (cause) {
    throw new Error(`The data folder ${dataDir} cannot be written.`, { cause })
  }
  try {
    prepare(db)
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('quick_check failed')
    // A server that was killed just after deleting something left it in the log.
    db.pragma('wal_checkpoint(TRUNCATE)')
    return db
  } catch (cause) {
    db.close()
    throw new Error(`The database ${file} is damaged or cannot be written. Restore the latest backup before starting.`, { cause })
  }
}

/** How every connection that writes is set up. */
function prepare(db: Sqlite.Database): void {
  db.pragma('journal_mode = WAL')
  // FULL: an acknowledged edit survives a power cut, not only a crash of this process.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('busy_timeout = 2000')
  // Deleted ballots and keys must not linger in free pages.
  db.pragma('secure_delete = ON')
}

/** A further connection that writes, to a database that is open and checked already. */
export function openWriting(file: string): Kysely<Database> {
  const db = new Sqlite(file, { fileMustExist: true })
  prepare(db)
  return kysely(db)
}

function kysely(database: Sqlite.Database): Kysely<Database> {
  return new Kysely<Database>({ dialect: new Dialect(database) })
}

class Dialect extends SqliteDialect {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database })
    this.#database = database
  }

  override createDriver(): Driver {
    return new RollingBackOnce(this.#database)
  }
}

const keptStatements = 200

/** The database with its latest statements kept: preparing one costs more than running it. */
function keepingStatements(database: Sqlite.Database): SqliteDatabase {
  const kept = new Map<string, Sqlite.Statement>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = kept.get(sql) ?? database.prepare(sql)
      kept.delete(sql)
      kept.set(sql, statement)
      for (const oldest of kept.keys()) {
        if (kept.size <= keptStatements) break
        kept.delete(oldest)
      }
      return statement
    },
  }
}

/** SQLite undoes a transaction by itself when the disk is full or fails. Undoing it again would be an error that hides why. */
class RollingBackOnce extends SqliteDriver {
  readonly #database: Sqlite.Database

  constructor(database: Sqlite.Database) {
    super({ database: keepingStatements(database) })
    this.#database = database
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection)
  }
}
