import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { bool, int32, type PRNG } from 'lib0/prng'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseFile, openStore, type Store } from '../../../server/storage/database'
import { createUpdateLog } from '../../../server/storage/update-log'
import { figures } from '../../support/figures'
import { oneOf, seeded } from '../../support/seeded'
import { size } from '../../support/sizes'

const copies = size(2_000, 50_000)
const room = 'ws_1/board'
const acknowledged = 30
const afterwards = 12
const walHeaderBytes = 32
const frameHeaderBytes = 24

/** What a power cut leaves of a server: the database, and its write-ahead log up to and after the last acknowledged commit. */
interface Crashed {
  readonly database: string
  readonly wal: Buffer
  /** Where in the log the last acknowledged commit ends. */
  readonly end: number
}

type Damage = (random: PRNG, crashed: Crashed) => Buffer

const damages: Readonly<Record<string, Damage>> = {
  'cut off': (random, { wal, end }) => wal.subarray(0, int32(random, end, wal.length)),
  'with flipped bytes': (random, { wal, end }) => {
    const flipped = Buffer.from(wal)
    for (let count = int32(random, 1, 20); count > 0; count--) {
      const at = int32(random, end, wal.length - 1)
      flipped[at] = (flipped[at] ?? 0) ^ int32(random, 1, 255)
    }
    return flipped
  },
  'with pages of zeroes': (random, { wal, end }) => {
    const frameBytes = frameHeaderBytes + pageBytes(wal)
    const at = end + frameBytes * int32(random, 0, Math.floor((wal.length - end) / frameBytes) - 1)
    return Buffer.from(wal).fill(0, at, Math.min(wal.length, at + frameBytes * int32(random, 1, 4)))
  },
  'with garbage': (random, { wal, end }) => {
    const garbage = Buffer.from(wal)
    for (let at = int32(random, end, wal.length - 1); at < wal.length; at++) garbage[at] = int32(random, 0, 255)
    return bool(random) ? garbage : Buffer.concat([garbage, garbage.subarray(0, int32(random, 1, 9_000))])
  },
}

let dataDir: string
let crashes: readonly Crashed[]
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'convene-torn-'))
  crashes = [await crash('first-round', 0), await crash('over-older-frames', acknowledged - 8)]
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** Some bytes that no other number has. */
function updateOf(seq: number): Buffer {
  return Buffer.from(Array.from({ length: 40 + ((seq * 997) % 900) }, (_, index) => (seq * 31 + index) % 256))
}

async function append(store: Store, from: number, to: number): Promise<void> {
  const log = createUpdateLog(store.reading)
  for (let seq = from; seq <= to; seq++)
    await store.writing.transaction().execute((tx) => log.append(tx, [{ workshopId: 'ws_1', room, update: updateOf(seq) }]))
}

/** @param checkpointed commits that reach the database itself, so that the log begins again over its older frames */
async function crash(name: string, checkpointed: number): Promise<Crashed> {
  const folder = path.join(dataDir, name)
  const store = await openStore(folder, [])
  const file = databaseFile(folder)
  await append(store, 1, checkpointed)
  if (checkpointed > 0) {
    const other = new Sqlite(file)
    other.pragma('wal_checkpoint(RESTART)')
    other.close()
  }
  await append(store, checkpointed + 1, acknowledged)
  const end = endOfLog(readFileSync(`${file}-wal`))
  await append(store, acknowledged + 1, acknowledged + afterwards)
  const database = path.join(dataDir, `${name}.sqlite`)
  copyFileSync(file, database)
  const wal = readFileSync(`${file}-wal`)
  await store.close()
  return { database, wal, end }
}

function pageBytes(wal: Buffer): number {
  return wal.readUInt32BE(8)
}

/** Where the frames of the log's present round end; older ones may lie behind them. */
function endOfLog(wal: Buffer): number {
  const frameBytes = frameHeaderBytes + pageBytes(wal)
  const salts = wal.subarray(16, 24)
  let end = walHeaderBytes
  while (end + frameBytes <= wal.length && wal.subarray(end + 8, end + 16).equals(salts)) end += frameBytes
  return end
}

/** The numbers that a server finds after the crash; each must be whole. */
async function openAfter({ database }: Crashed, wal: Buffer): Promise<number> {
  const folder = path.join(dataDir, 'opened')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  copyFileSync(database, databaseFile(folder))
  writeFileSync(`${databaseFile(folder)}-wal`, wal)
  const store = await openStore(folder, [])
  try {
    const { updates } = await createUpdateLog(store.reading).load(room)
    const isWhole = updates.every((update, index) => updateOf(index + 1).equals(update))
    if (!isWhole) throw new Error('an update is not what was written')
    return updates.length
  } finally {
    await store.close()
    expectSound(databaseFile(folder))
  }
}

function expectSound(file: string): void {
  const db = new Sqlite(file, { readonly: true })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.close()
}

describe('a write-ahead log that is damaged after the last acknowledged commit', () => {
  it(`T2 opens sound, with every acknowledged update, in ${copies} copies`, { timeout: copies * 60 }, async () => {
    const found = new Map<number, number>()
    await seeded(async (random) => {
      for (let copy = 0; copy < copies; copy++) {
        const crashed = oneOf(random, crashes)
        const [kind, damage] = oneOf(random, Object.entries(damages))
        const count = await openAfter(crashed, damage(random, crashed))
        expect(count, `a log ${kind}`).toBeGreaterThanOrEqual(acknowledged)
        found.set(count, (found.get(count) ?? 0) + 1)
      }
    })
    figures('T2', {
      copies,
      'acknowledged lost': 0,
      'with nothing after': found.get(acknowledged) ?? 0,
      'different lengths found': found.size,
    })
    expect(found.size).toBeGreaterThan(afterwards / 2)
  })
})
