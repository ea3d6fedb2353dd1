import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../server/storage/database'
import { appendLedger, brokenLedgerRow } from '../../../server/storage/hash-chain'
import { genesisHash } from '../../../shared/workshop/ledger-chain'

let dataDir: string
let store: Store
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'convene-chain-'))
  store = await openStore(dataDir, [])
  for (const kind of ['opened', 'joined', 'cast']) {
    await store.writing.transaction().execute((tx) => appendLedger(tx, 'ws_1', [{ kind, payload: { by: 'p_1' } }], 1))
  }
})
afterEach(async () => {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('the ledger’s hash chain', () => {
  it('holds the hash of the row before in each row, and verifies', async () => {
    const rows = await store.reading.selectFrom('ledger').selectAll().orderBy('seq').execute()
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3])
    expect(rows.map((row) => row.previous_hash)).toEqual([genesisHash, rows[0]?.hash, rows[1]?.hash])
    expect(await brokenLedgerRow(store.reading, 'ws_1')).toBeUndefined()
  })

  it('names the first row that was changed, removed or moved to another workshop', async () => {
    await store.writing.updateTable('ledger').set({ payload: '{"by":"p_2"}' }).where('seq', '=', 2).execute()
    expect(await brokenLedgerRow(store.reading, 'ws_1')).toBe(2)
    await store.writing.deleteFrom('ledger').where('seq', '=', 2).execute()
    expect(await brokenLedgerRow(store.reading, 'ws_1')).toBe(3)
    await store.writing.updateTable('ledger').set({ workshop_id: 'ws_2' }).execute()
    expect(await brokenLedgerRow(store.reading, 'ws_2')).toBe(1)
  })
})
