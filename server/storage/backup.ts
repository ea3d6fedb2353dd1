import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { databaseFile, lockFolder } from './database'
import { epochAfter } from './epoch'

/** What a copy of the database holds. */
export interface CopyReport {
  readonly file: string
  readonly bytes: number
  readonly workshops: number
  readonly documents: number
}

/** A back-up or restore that cannot be: one clear sentence for whoever asked for it. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/**
 * Copies the database of a data folder into one file, as it stands at one moment, while a server may be writing to it.
 *
 * @throws BackupError when there is no database, or the file exists or cannot be written
 */
export function backUp(dataDir: string, file: string): CopyReport {
  const source = databaseFile(dataDir)
  if (!existsSync(source)) throw new BackupError(`There is no database in ${dataDir}. Set DATA_DIR to the folder of the server.`)
  if (existsSync(file)) throw new BackupError(`${file} exists already. Name a file that does not.`)
  const half = `${file}.half`
  rmSync(half, { force: true })
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const db = new Sqlite(source, { readonly: true, fileMustExist: true })
    try {
      db.prepare('VACUUM INTO ?').run(half)
    } finally {
      db.close()
    }
    const report = inspect(half)
    reachDisk(half)
    renameSync(half, file)
    return { ...report, file }
  } catch (cause) {
    rmSync(half, { force: true })
    if (cause instanceof BackupError) throw cause
    throw new BackupError(`The back-up could not be written to ${file}.`, { cause })
  }
}

/**
 * Puts a back-up in the place of a data folder's database. What was there is kept beside it. Every document begins a new
 * epoch, so that browsers which saw later edits start from the restored state instead of mixing the two.
 *
 * @returns what was restored, and where the former database lies now, if there was one
 * @throws BackupError when the back-up is damaged or is none, or a server runs on the folder
 */
export function restoreFrom(dataDir: string, file: string, nowMs: number): CopyReport & { readonly former: string | undefined } {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  inspect(file)
  const lock = lockedOr(dataDir)
  try {
    const target = databaseFile(dataDir)
    const fresh = `${target}.restored`
    rmSync(fresh, { force: true })
    copyFileSync(file, fresh)
    beginEpochs(fresh, nowMs)
    reachDisk(fresh)
    const former = existsSync(target) ? `${target}.before-${stampOf(nowMs)}` : undefined
    if (former) setAside(target, former)
    renameSync(fresh, target)
    return { ...inspect(target), former }
  } finally {
    lock.close()
  }
}

function lockedOr(dataDir: string): Sqlite.Database {
  try {
    return lockFolder(dataDir)
  } catch (cause) {
    throw new BackupError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

/** Empties the write-ahead log into the former file first, so that it stays whole on its own. */
function setAside(target: string, former: string): void {
  try {
    const db = new Sqlite(target)
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
  } catch {
    // A damaged database is what people restore from; its files are kept as they are.
  }
  for (const suffix of ['', '-wal', '-shm']) if (existsSync(target + suffix)) renameSync(target + suffix, former + suffix)
}

function beginEpochs(file: string, nowMs: number): void {
  const db = new Sqlite(file)
  try {
    const next = db.prepare('update rooms set epoch = ? where name = ?')
    const rows = db.prepare('select name, epoch from rooms').all() as { name: string; epoch: number }[] // the table's two columns
    db.transaction(() => {
      for (const { name, epoch } of rows) next.run(epochAfter(epoch, nowMs), name)
    })()
  } finally {
    db.close()
  }
}

function inspect(file: string): CopyReport {
  let db: Sqlite.Database | undefined
  try {
    db = new Sqlite(file, { readonly: true, fileMustExist: true })
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw new Error('integrity_check failed')
    const count = (table: string) => Number(db?.prepare(`select count(*) from ${table}`).pluck().get())
    return { file, bytes: statSync(file).size, workshops: count('workshops'), documents: count('rooms') }
  } catch (cause) {
    throw new BackupError(`${file} is damaged, or is no back-up of Convene.`, { cause })
  } finally {
    db?.close()
  }
}

function reachDisk(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

function stampOf(nowMs: number): string {
  return new Date(nowMs).toISOString().replace(/[:.]/g, '-')
}
