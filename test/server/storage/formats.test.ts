import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { databaseFile } from '../../../server/storage/database'
import { brokenLedgerRow } from '../../../server/storage/hash-chain'
import { startTestServer } from '../../support/server'

const fixtures = path.join(import.meta.dirname, '..', '..', 'support', 'fixtures')
const formats = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const documentTables = ['rooms', 'updates', 'bindings', 'ledger'] as const

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'convene-format-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const unpacked = (format: string, file: string) => gunzipSync(readFileSync(path.join(fixtures, format, `${file}.gz`)))

/** Every row that documents are made of; of snapshots there may be none yet. */
function rowsOf(dir: string): unknown {
  const db = new Sqlite(databaseFile(dir), { readonly: true })
  const hasSnapshots = db.prepare("select 1 from sqlite_master where name = 'snapshots'").get() !== undefined
  const rows = Object.fromEntries(documentTables.map((table) => [table, db.prepare(`select * from ${table} order by 1, 2`).raw().all()]))
  const snapshots = hasSnapshots ? db.prepare('select * from snapshots order by 1, 2').raw().all() : []
  db.close()
  return { ...rows, snapshots }
}

function contentOf(doc: Y.Doc): Record<string, unknown> {
  const names = [...doc.share.keys()].sort()
  return Object.fromEntries(names.map((name) => [name, name === 'body' ? doc.getXmlFragment(name).toString() : doc.getMap(name).toJSON()]))
}

describe.each(formats)('a database of %s', (format) => {
  it('T20 opens with the same content in every document, and opening writes nothing', { timeout: 30_000 }, async () => {
    writeFileSync(databaseFile(dataDir), unpacked(format, 'convene.sqlite'))
    const before = rowsOf(dataDir)
    const expected = JSON.parse(unpacked(format, 'content.json').toString()) as Record<string, unknown>
    expect(Object.keys(expected).length).toBeGreaterThan(3)
    const server = await startTestServer({ dataDir })
    try {
      const { readDoc, db } = server.app.context
      for (const [room, content] of Object.entries(expected)) expect(await readDoc(room, contentOf), room).toEqual(content)
      const workshops = await db.selectFrom('workshops').select('id').execute()
      for (const { id } of workshops) expect(await brokenLedgerRow(db, id)).toBeUndefined()
      expect(rowsOf(dataDir)).toEqual(before)
    } finally {
      await server.close()
    }
    expect(rowsOf(dataDir)).toEqual(before)
  })

  it('T20 can be written on', { timeout: 30_000 }, async () => {
    writeFileSync(databaseFile(dataDir), unpacked(format, 'convene.sqlite'))
    const first = await startTestServer({ dataDir })
    const [room = ''] = Object.keys(JSON.parse(unpacked(format, 'content.json').toString())).filter((name) => name.endsWith('/board'))
    const write = (doc: Y.Doc) => void doc.getMap('prompts').set('prompt_later', 'kept')
    await first.app.context.governed(room.split('/')[0] ?? '', async () => ({ result: undefined, writes: [{ room, write }] }))
    await first.close()
    const second = await startTestServer({ dataDir })
    try {
      expect(await second.app.context.readDoc(room, (doc) => doc.getMap('prompts').get('prompt_later'))).toBe('kept')
    } finally {
      await second.close()
    }
  })
})
