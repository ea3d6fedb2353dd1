import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Doc } from 'yjs'
import { documentOf } from '../../server/storage/snapshot'
import { createUpdateLog } from '../../server/storage/update-log'
import type { ParticipantId } from '../../shared/access/actor'
import { newId } from '../../shared/doc/ids'
import { recordRoom } from '../../shared/sync/room-name'
import { figures } from '../support/figures'
import { type Connection, until } from '../support/server'
import { size } from '../support/sizes'
import { FaultyStore, storeFaults } from '../support/store-faults'
import { notes, type SyncServer, secrets, startSyncServer, wordings } from '../support/sync-server'

const times = size(1, 3)
const patienceMs = 10_000

/** Something that uses the store: what it does while the store works, and what must hold while it does not. */
interface Undertaking {
  /** What must be there before; nothing fails yet. */
  prepare(): Promise<void>
  /** Does it while the store works, and nothing else. */
  run(): Promise<unknown>
  /** Does it while the store fails, and resolves when it has been seen not to go through. */
  fails(): Promise<void>
  /** After the store works again: it went through after all, or can be done again. */
  recovers(): Promise<void>
}

/** The notes by id: their order in the document is that of their arrival, which differs. */
function inOrder(doc: Doc) {
  return notes.all(doc).toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

let store: FaultyStore
let server: SyncServer
let ada: ParticipantId
let reader: Connection
beforeAll(async () => {
  store = new FaultyStore()
  server = await startSyncServer()
  ada = await server.admit('Ada')
  reader = server.connect(await server.admit('Bo'), 'board')
  await reader.allSaved()
})
afterAll(async () => {
  store.heal()
  await server.close()
})

const textOf = ({ doc }: Connection, id: string) => notes.get(doc, id)?.text
async function onDisk(room: string) {
  return documentOf((await createUpdateLog(server.store.reading).load(room)).updates)
}
const board = () => `${server.workshopId}/board`

/** A new tab writes one note three times over. */
function edits(): Undertaking {
  let line: Connection
  let id: string
  async function write(): Promise<void> {
    for (const text of ['first', 'second', 'third']) {
      if (!notes.patch(line.doc, id, { text })) notes.put(line.doc, { id, text })
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  async function arrived(): Promise<void> {
    await line.allSaved()
    await until(() => textOf(reader, id) === 'third', 'the note', patienceMs)
    expect(notes.get(await onDisk(board()), id)?.text).toBe('third')
  }
  return {
    async prepare() {
      id = `n_${newId('p')}`
      line?.destroy()
      line = server.connect(ada, 'board')
      // Its client id is not shown in awareness, so that it is bound with the edit.
      line.provider.awareness.setLocalState(null)
      await line.allSaved()
    },
    async run() {
      await write()
      await line.allSaved()
    },
    async fails() {
      const before = line.saved
      await write()
      await until(() => server.sync.health.failingSinceMs !== undefined, 'the fault to be known', patienceMs)
      const newcomer = server.connect(ada, 'board')
      await newcomer.synced()
      expect([textOf(reader, id), textOf(newcomer, id), line.saved, line.closed]).toEqual([undefined, undefined, before, undefined])
      newcomer.destroy()
    },
    async recovers() {
      await arrived()
      expect(server.sync.health.failingSinceMs).toBeUndefined()
      expect(server.sync.health.pendingBytes).toBe(0)
      line.destroy()
    },
  }
}

/** The server writes the record and the ledger, and begins another document again. */
function governedAct(): Undertaking {
  let id: string
  const act = () =>
    server.sync.context.governed(server.workshopId, async () => ({
      result: id,
      writes: [
        { room: recordRoom(server.workshopId), write: (doc) => wordings.put(doc, { id, state: 'open' }) },
        // The server's own client id in a new document is bound with it.
        { room: `${server.workshopId}/private/${id}`, write: (doc) => secrets.put(doc, { id, text: 'kept' }) },
      ],
      restarts: [{ room: `${server.workshopId}/comments/other`, state: Uint8Array.of(0, 0) }],
      ledger: [{ kind: 'test/done', payload: { id } }],
    }))
  const shown = () => server.sync.context.readDoc(recordRoom(server.workshopId), (doc) => wordings.get(doc, id) !== undefined)
  async function rows(): Promise<number> {
    const found = await server.store.reading.selectFrom('ledger').select('payload').execute()
    return found.filter(({ payload }) => payload.includes(id)).length
  }
  return {
    async prepare() {
      id = newId('draft')
    },
    run: act,
    async fails() {
      await expect(act()).rejects.toMatchObject({ code: 'store/unavailable', kind: { status: 503 } })
      expect(await shown()).toBe(false)
    },
    async recovers() {
      expect(await rows()).toBe(0)
      await act()
      expect([await shown(), await rows()]).toEqual([true, 1])
      const record = await onDisk(recordRoom(server.workshopId))
      expect(wordings.get(record, id)?.state).toBe('open')
    },
  }
}

/** Somebody opens a document of a workshop that is not in memory. */
function opening(): Undertaking {
  let line: Connection
  const connect = () => {
    line = server.connect(ada, 'board')
    // Who only looks writes nothing, a client id of their own neither.
    line.provider.awareness.setLocalState(null)
  }
  return {
    async prepare() {
      reader.provider.disconnect()
      line?.destroy()
      await until(
        () => {
          server.sync.hub.unloadIdle(0)
          return server.sync.hub.countRooms() === 0
        },
        'the workshop to be let go',
        patienceMs,
      )
      // A long log is rolled up when its document is let go.
      await server.sync.compactor.idle()
    },
    async run() {
      connect()
      await line.synced()
    },
    async fails() {
      connect()
      await until(() => line.closed === 1013, 'the line to be put off', patienceMs)
      expect(line.provider.synced).toBe(false)
    },
    async recovers() {
      reader.provider.connect()
      await until(() => line.provider.synced && reader.provider.synced, 'the document', patienceMs)
      expect(inOrder(line.doc)).toEqual(inOrder(await onDisk(board())))
    },
  }
}

/** A refused update is taken back, which reads the document anew. */
function takingBack(): Undertaking {
  let line: Connection
  const refuse = () => notes.put(line.doc, { id: `bad_${newId('p')}`, text: 'x'.repeat(101) })
  const clean = async () => notes.all(await server.sync.context.readDoc(board(), (doc) => doc)).every(({ text }) => text.length <= 100)
  return {
    async prepare() {
      line?.destroy()
      line = server.connect(ada, 'board')
      await line.allSaved()
    },
    async run() {
      refuse()
      await until(() => line.closed === 4400, 'the refusal', patienceMs)
      await server.sync.hub.rebuilt(server.workshopId)
    },
    async fails() {
      const broken = new Promise((resolve) => reader.provider.once('connection-close', resolve))
      refuse()
      await broken
    },
    async recovers() {
      await until(() => reader.provider.synced, 'the reader to come back', patienceMs)
      expect(await clean()).toBe(true)
      line.destroy()
    },
  }
}

/** The log of a document is rolled up. */
function rollingUp(): Undertaking {
  let covered: number | undefined
  const roll = async () => {
    covered = undefined
    server.sync.compactor.ask(board(), ({ updates }) => {
      covered = updates
    })
    await server.sync.compactor.idle()
  }
  return {
    async prepare() {
      notes.put(reader.doc, { id: `n_${newId('p')}`, text: 'one more' })
      await reader.allSaved()
    },
    run: roll,
    async fails() {
      await roll()
      expect(covered).toBeUndefined()
    },
    async recovers() {
      const before = inOrder(await onDisk(board()))
      await roll()
      expect(covered).toBeGreaterThan(0)
      expect(inOrder(await onDisk(board()))).toEqual(before)
    },
  }
}

describe.each([
  ['an edit', edits],
  ['a governed act', governedAct],
  ['opening a workshop', opening],
  ['taking a refused update back', takingBack],
  ['rolling a log up', rollingUp],
] as const)('while the store refuses, %s', (title, undertaking) => {
  it('T3 is promised to nobody and shown to nobody, and goes on when the store works again', async () => {
    const { prepare, run, fails, recovers } = undertaking()
    await prepare()
    const calls = await store.callsOf(run)
    const faults = calls.flatMap((call) => storeFaults.map((code) => ({ call, code })))
    for (const { call, code } of Array.from({ length: times }, () => faults).flat()) {
      try {
        await prepare()
        store.fail(call, code)
        await fails()
        store.heal()
        await recovers()
      } catch (cause) {
        throw new Error(`${code} at ${call}`, { cause })
      }
    }
    figures('T3', { [title]: `${calls.length} store calls`, faults: faults.length * times })
    expect(calls.length).toBeGreaterThan(2)
  })
})
