import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore, type Store } from '../../../server/storage/database'
import { createUpdateLog, outdated, type UpdateLog } from '../../../server/storage/update-log'

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

const snapshot = (seq: number, byte: number) =>
  store.writing.transaction().execute((tx) => log.addSnapshot(tx, 'ws_1/board', { seq, epoch: 1, state: Uint8Array.of(byte) }))

async function at(ms: number, act: () => Promise<unknown>): Promise<void> {
  const clock = vi.spyOn(Date, 'now').mockReturnValue(ms)
  await act()
  clock.mockRestore()
}

describe('the update log', () => {
  it('gives a room that nobody wrote as empty, with the first epoch', async () => {
    expect(await log.load('ws_1/board')).toEqual({ epoch: 1, seq: 0, updates: [], tail: { updates: 0, bytes: 0 } })
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

  it('numbers each room by itself, however many rooms and updates come together', async () => {
    const rooms = Array.from({ length: 77 }, (_, n) => `ws_1/draft/d${n}` as const)
    const updatesOf = (n: number) => (n % 3) + 1
    const all = rooms.flatMap((room, n) => Array.from({ length: updatesOf(n) }, (_, i) => entry(room, 10 * i + (n % 10))))
    await append(...all)
    await append(...all.toReversed())
    for (const [n, room] of rooms.entries()) {
      const mine = all.filter((each) => each.room === room).map(({ update }) => update[0])
      expect(await bytes(room)).toEqual([...mine, ...mine.toReversed()])
      expect(await log.head(room)).toMatchObject({ seq: 2 * updatesOf(n) })
    }
  })

  it('loads from the newest snapshot on, and goes on counting', async () => {
    await append(...[1, 2, 3, 4].map((byte) => entry('ws_1/board', byte)))
    await snapshot(3, 99)
    expect(await bytes('ws_1/board')).toEqual([99, 4])
    await append(entry('ws_1/board', 5))
    expect(await log.load('ws_1/board')).toMatchObject({ seq: 5, tail: { updates: 2 } })
  })

  it('begins a new epoch with a state, and drops a snapshot that was made of the epoch before', async () => {
    await append(entry('ws_1/board', 1), entry('ws_1/board', 2))
    const head = await store.writing.transaction().execute((tx) => log.restart(tx, 'ws_1', 'ws_1/board', Uint8Array.of(50)))
    expect(head.seq).toBe(3)
    expect(head.epoch).toBeGreaterThan(1)
    await snapshot(2, 99)
    expect(await bytes('ws_1/board')).toEqual([50])
    await append(entry('ws_1/board', 4))
    expect(await log.load('ws_1/board')).toMatchObject({ epoch: head.epoch, seq: 4, tail: { updates: 1 } })
    expect(await bytes('ws_1/board')).toEqual([50, 4])
  })

  it('tells what a room was made of at any moment, across snapshots and epochs', async () => {
    await at(1_000, () => append(entry('ws_1/board', 1)))
    await at(2_000, () => append(entry('ws_1/board', 2)))
    await at(2_500, () => snapshot(2, 99))
    await at(3_000, () => append(entry('ws_1/board', 3)))
    await at(4_000, () => store.writing.transaction().execute((tx) => log.restart(tx, 'ws_1', 'ws_1/board', Uint8Array.of(50))))
    await at(5_000, () => append(entry('ws_1/board', 5)))
    const made = async (atMs: number) => (await log.loadAt('ws_1/board', atMs))?.map((update) => update[0])
    expect([await made(500), await made(1_500), await made(2_200), await made(3_500), await made(4_500), await made(9_000)]).toEqual([
      undefined,
      [1],
      [1, 2],
      [99, 3],
      [50],
      [50, 5],
    ])
  })
})

describe('what may go of a room’s history', () => {
  const day = 24 * 60 * 60 * 1000
  const kept = (...rows: [seq: number, epoch: number, days: number][]) =>
    rows.map(([seq, epoch, days]) => ({ seq, epoch, at_ms: days * day }))

  it('is nothing while no snapshot is older than the horizon', () => {
    expect(outdated(kept([10, 1, 5.1], [20, 1, 6.1]), 5 * day)).toEqual({ snapshots: [], updatesUpTo: 0 })
  })

  it('is everything before the newest snapshot that is older than the horizon', () => {
    expect(outdated(kept([10, 1, 1], [20, 1, 2], [30, 1, 9]), 5 * day)).toEqual({ snapshots: [10], updatesUpTo: 20 })
  })

  it('is, of one day, every snapshot but the last and the first of an epoch', () => {
    expect(outdated(kept([5, 1, 1], [10, 1, 7.1], [20, 1, 7.2], [30, 2, 7.3], [40, 2, 7.4], [50, 2, 7.5]), 0)).toEqual({
      snapshots: [10, 40],
      updatesUpTo: 0,
    })
  })
})
