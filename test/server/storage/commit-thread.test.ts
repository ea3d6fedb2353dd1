import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { commitsInThread } from '../../../server/storage/commit-thread'
import { databaseFile, openStore, type Store } from '../../../server/storage/database'
import { documentOf } from '../../../server/storage/snapshot'
import { createUpdateLog } from '../../../server/storage/update-log'
import { type CommitSink, Writer } from '../../../server/storage/writer'
import { figures } from '../../support/figures'
import { until } from '../../support/server'
import { size } from '../../support/sizes'

const deaths = size(6, 200)
const room = 'ws_1/board'
const threads = vi.hoisted(() => [] as Worker[])

vi.mock(import('../../../server/thread'), async (original) => {
  const { startThread } = await original()
  return {
    startThread(...started: Parameters<typeof startThread>) {
      const thread = startThread(...started)
      threads.push(thread)
      return thread
    },
  }
})

let dataDir: string
let store: Store
let writer: Writer
beforeEach(async () => {
  threads.length = 0
  dataDir = await mkdtemp(path.join(tmpdir(), 'convene-thread-'))
  store = await openStore(dataDir, [])
  writer = new Writer(store, createUpdateLog(store.reading), commitsInThread(store.file))
})
afterEach(async () => {
  await writer.close()
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

async function onDisk(): Promise<readonly unknown[]> {
  return documentOf((await createUpdateLog(store.reading).load(room)).updates)
    .getArray('words')
    .toArray()
}

/** A document whose every change is on its way to disk, and how much of it the writer has promised. */
function document() {
  const doc = new Y.Doc()
  const promised = { count: 0, early: 0 }
  const file = new Sqlite(databaseFile(dataDir), { readonly: true })
  const sink: CommitSink = {
    committed(updates) {
      promised.count += updates.length
      const rows = file.prepare('select update_bytes from updates where room = ? order by seq').pluck().all(room) as Uint8Array[]
      if (documentOf(rows).getArray('words').length < promised.count) promised.early += 1
    },
    paused: () => undefined,
  }
  doc.on('update', (update: Uint8Array) => writer.append({ workshopId: 'ws_1', room, update, bindings: [], sink }))
  return { words: doc.getArray<number>('words'), promised, close: () => file.close() }
}

describe('the thread that writes to disk', () => {
  it(`loses nothing and promises nothing falsely when it dies ${deaths} times in the middle of a group`, {
    timeout: 30_000 + deaths * 5_000,
  }, async () => {
    const { words, promised, close } = document()
    for (let death = 0; death < deaths; death++) {
      const before = words.length
      words.push([before])
      await until(() => promised.count === words.length, 'a thread that works', 20_000)
      // Held up in its transaction, so that it dies inside; every third time wherever it happens to be.
      const holder = new Sqlite(databaseFile(dataDir))
      if (death % 3 !== 2) holder.exec('begin immediate')
      for (let more = 0; more < 30; more++) words.push([words.length])
      await new Promise((resolve) => setTimeout(resolve, death % 7))
      const dying = threads.at(-1)?.terminate()
      holder.close()
      await dying
      await until(() => promised.count === words.length, 'the next thread to write', 20_000)
      expect(await onDisk()).toEqual(words.toArray())
    }
    close()
    figures('commit thread', { deaths, threads: threads.length, updates: words.length, 'promised early': promised.early })
    expect(promised.early).toBe(0)
    expect(threads.length).toBeGreaterThan((deaths * 2) / 3)
    expect(writer.health).toMatchObject({ failingSinceMs: undefined, pendingBytes: 0 })
  })

  it('says that the server cannot save until another has taken its place', { timeout: 30_000 }, async () => {
    const { words, promised, close } = document()
    words.push([0])
    await until(() => promised.count === 1, 'the first commit', 20_000)
    const holder = new Sqlite(databaseFile(dataDir))
    holder.exec('begin immediate')
    words.push([1])
    await new Promise((resolve) => setTimeout(resolve, 50))
    const dying = threads[0]?.terminate()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([promised.count, await onDisk()]).toEqual([1, [0]])
    holder.close()
    await dying
    await until(() => promised.count === 2, 'the next thread', 20_000)
    expect(threads).toHaveLength(2)
    close()
  })
})
