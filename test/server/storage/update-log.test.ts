import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../../server/storage/database'
import { createUpdateLog, type UpdateLog } from '../../../server/storage/update-log'

let dataDir: string
let store: Store
let log: UpdateLog
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'convene-log-'))
  store = await openStore(dataDir, [])
  log = createUpdateLog(store.reading)
})
afterEach(async () => {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

const entry = (room: string, byte: number) => ({ workshopId: 'ws_1', room, update: Uint8Array.of(byte) })
const append = (...entries: ReturnType<typeof entry>[]) => store.writing.transaction().execute((tx) => log.append(tx, entries))
const bytes = async (room: string) => (await log.load(room)).updates.map((update) => update[0])

describe('the update log', () => {
  it('gives a room that nobody wrote as empty, with the first epoch', async () => {
    expect(await log.load('ws_1/board')).toEqual({ epoch: 1, seq: 0, updates: [] })
    expect(await log.head('ws_1/board')).toEqual({ epoch: 1, seq: 0 })
  })

  it('keeps each room’s updates in the order of their appending', async () => {
    await append(entry('ws_1/board', 1), entry('ws_1/record', 2), entry('ws_1/board', 3))
    await append(entry('ws_1/board', 4))
    expect(await bytes('ws_1/board')).toEqual([1, 3, 4])
    expect(await bytes('ws_1/record')).toEqual([2])
    expect(await log.head('ws_1/board')).toEqual({ epoch: 1, seq: 3 })
  })

  it('appends more than one statement can bind', async () => {
    await append(...Array.from({ length: 1_234 }, (_, i) => entry('ws_1/board', i % 256)))
    expect(await bytes('ws_1/board')).toEqual(Array.from({ length: 1_234 }, (_, i) => i % 256))
  })

  it('keeps nothing of a transaction that is rolled back', async () => {
    const failing = store.writing.transaction().execute(async (tx) => {
      await log.append(tx, [entry('ws_1/board', 1)])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await bytes('ws_1/board')).toEqual([])
    await append(entry('ws_1/board', 2))
    expect(await log.load('ws_1/board')).toMatchObject({ seq: 1 })
  })

  it('replaces the updates up to a number by one, and goes on counting', async () => {
    await append(...[1, 2, 3, 4].map((byte) => entry('ws_1/board', byte)))
    await store.writing.transaction().execute((tx) => log.compact(tx, 'ws_1/board', 3, Uint8Array.of(99)))
    expect(await bytes('ws_1/board')).toEqual([99, 4])
    await append(entry('ws_1/board', 5))
    expect(await log.load('ws_1/board')).toMatchObject({ seq: 5 })
  })
})
