import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../server/storage/database'
import type { Migration } from '../../../server/storage/migrate'

let dataDir: string
let store: Store | undefined
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'convene-db-'))
})
afterEach(async () => {
  await store?.close()
  store = undefined
  await rm(dataDir, { recursive: true, force: true })
})

const pragma = async (name: string) =>
  Object.values((await sql.raw(`pragma ${name}`).execute(store?.writing as Store['writing'])).rows[0] as object)[0]

describe('the database', () => {
  it('is opened so that an acknowledged commit survives a power cut and deleted rows are wiped', async () => {
    store = await openStore(dataDir, [])
    expect(await pragma('journal_mode')).toBe('wal')
    expect(await pragma('synchronous')).toBe(2)
    expect(await pragma('foreign_keys')).toBe(1)
    expect(await pragma('secure_delete')).toBe(1)
  })

  it('runs each migration once, in a transaction of its own', async () => {
    let ran = 0
    const good: Migration = {
      name: 'test/create',
      async up(db) {
        ran += 1
        await db.schema.createTable('made').addColumn('id', 'text').execute()
      },
    }
    const bad: Migration = {
      name: 'test/fail',
      async up(db) {
        await db.schema.createTable('half').addColumn('id', 'text').execute()
        throw new Error('half way')
      },
    }
    await expect(openStore(dataDir, [good, bad])).rejects.toThrow('half way')
    store = await openStore(dataDir, [good])
    expect(ran).toBe(1)
    const tables = await sql<{ name: string }>`select name from sqlite_master where name in ('made', 'half')`.execute(store.reading)
    expect(tables.rows.map((row) => row.name)).toEqual(['made'])
  })

  it('refuses a second server on the same folder, and lets the next one in after the first has closed', async () => {
    store = await openStore(dataDir, [])
    await expect(openStore(dataDir, [])).rejects.toThrow(/in use by another Convene/)
    await store.close()
    store = await openStore(dataDir, [])
  })

  it('refuses to start on a damaged file', async () => {
    store = await openStore(dataDir, [])
    const values = Array.from({ length: 300 }, (_, i) => ({ name: `filler-${i}-${'x'.repeat(500)}`, at_ms: 0 }))
    await store.writing.insertInto('migrations').values(values).execute()
    await store.close()
    store = undefined
    const file = await open(path.join(dataDir, 'convene.sqlite'), 'r+')
    await file.write(Buffer.alloc(40_000, 0xaa), 0, 40_000, 60_000)
    await file.close()
    await expect(openStore(dataDir, [])).rejects.toThrow(/damaged/)
  })

  it('can be copied whole while it is in use', async () => {
    store = await openStore(dataDir, [])
    const copy = path.join(dataDir, 'copy.sqlite')
    await store.backup(copy)
    const opened = new Sqlite(copy, { readonly: true })
    expect(opened.pragma('integrity_check', { simple: true })).toBe('ok')
    opened.close()
  })

  it('leaves nothing of deleted rows in any of its files after a scrub', async () => {
    store = await openStore(dataDir, [])
    const secret = 'marker-of-a-secret-ballot'
    await store.writing.insertInto('migrations').values({ name: secret, at_ms: 0 }).execute()
    await store.writing.deleteFrom('migrations').where('name', '=', secret).execute()
    store.scrub()
    for (const name of ['convene.sqlite', 'convene.sqlite-wal']) {
      const file = await open(path.join(dataDir, name), 'r')
      expect((await file.readFile()).includes(secret), name).toBe(false)
      await file.close()
    }
  })
})
