import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { UpdateLog } from '../../../server/storage/update-log'
import { boardRoom } from '../../../shared/sync/room-name'
import { until } from '../../support/server'
import { Replica, Socketless } from '../../support/socketless'
import { notes, type SyncServer, startSyncServer } from '../../support/sync-server'

/** A log whose steps a test can hold up or break. */
interface Fault {
  beforeLoad?(room: string): Promise<void> | void
  afterAppend?(): Promise<void> | void
}

let server: SyncServer
afterEach(() => server.close())

async function start(fault: Fault): Promise<void> {
  server = await startSyncServer({
    wrapLog: (log): UpdateLog => ({
      ...log,
      async load(room) {
        await fault.beforeLoad?.(room)
        return log.load(room)
      },
      async append(tx, entries) {
        await log.append(tx, entries)
        await fault.afterAppend?.()
      },
    }),
  })
}

/** A promise and the way to keep it. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

const texts = (replica: { readonly doc: Y.Doc }) =>
  notes
    .all(replica.doc)
    .map(({ text }) => text)
    .sort()

describe('the races of rooms', () => {
  it('a room opened twice at once is loaded once, and both people are in it', async () => {
    const loads: string[] = []
    const slow: Fault = {
      async beforeLoad(room) {
        loads.push(room)
        await new Promise((resolve) => setTimeout(resolve, 50))
      },
    }
    await start(slow)
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    server.sync.hub.unloadIdle(0)
    loads.length = 0
    const [a, b] = [server.connect(ada, 'board'), server.connect(bo, 'board')]
    await Promise.all([a.synced(), b.synced()])
    expect([...loads].sort()).toEqual([boardRoom(server.workshopId), `${server.workshopId}/record`])
    notes.put(a.doc, { id: 'n1', text: 'river' })
    notes.put(b.doc, { id: 'n2', text: 'forest' })
    await Promise.all([a.allSaved(), b.allSaved()])
    await until(() => texts(a).length === 2 && texts(b).length === 2, 'both notes')
  })

  it('somebody who arrives while the room is being let go is in a room that lives, and loses no word', async () => {
    await start({})
    const ada = await server.admit('Ada')
    const unloading = setInterval(() => server.sync.hub.unloadIdle(0), 0)
    try {
      for (let n = 0; n < 15; n++) {
        const a = server.connect(ada, 'board')
        await a.synced()
        notes.put(a.doc, { id: `n${n}`, text: `note ${n}` })
        await a.allSaved()
        expect(notes.all(a.doc)).toHaveLength(n + 1)
        a.destroy()
      }
    } finally {
      clearInterval(unloading)
    }
  })

  it('somebody who joins a room that was let go a moment ago is told to come again', async () => {
    await start({})
    const ada = await server.admit('Ada')
    const name = boardRoom(server.workshopId)
    const room = await server.sync.hub.open(name)
    server.sync.hub.unloadIdle(0)
    expect(new Socketless(room, ada).closed).toBe(1013)
    expect(await server.sync.hub.open(name)).not.toBe(room)
  })

  it.each(['board', 'record'])('a room whose log cannot be read once opens at the next try: %s', async (zone) => {
    let failures = 0
    const fault: Fault = {}
    await start(fault)
    const ada = await server.admit('Ada')
    server.sync.hub.unloadIdle(0)
    expect(server.sync.hub.countRooms()).toBe(0)
    fault.beforeLoad = (room) => {
      if (failures > 0 || !room.endsWith(zone)) return
      failures += 1
      throw new Error('input/output error')
    }
    const a = server.connect(ada, 'board')
    await until(() => a.closed === 1013, 'the close')
    await a.synced()
    notes.put(a.doc, { id: 'n1', text: 'river' })
    await a.allSaved()
    expect(failures).toBe(1)
  })

  it('a socket that was replaced and closes late takes nothing from its successor', async () => {
    await start({})
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const room = await server.sync.hub.open(boardRoom(server.workshopId))
    const watcher = server.connect(bo, 'board')
    await watcher.synced()
    const first = server.connect(ada, 'board')
    await first.synced()
    first.provider.awareness.setLocalState({ step: 1 })
    const seen = () => watcher.provider.awareness.getStates().has(first.doc.clientID)
    await until(seen, 'Ada to appear')
    // The line is dead and its server end does not know it yet.
    const stale = [...room.sessions].find((session) => session.participantId === ada)
    const second = server.connect(ada, 'board', { doc: first.doc })
    await second.synced()
    second.provider.awareness.setLocalState({ step: 2 })
    await until(() => watcher.provider.awareness.getStates().get(first.doc.clientID)?.step === 2, 'Ada’s second line')
    const removed: number[] = []
    watcher.provider.awareness.on('change', (change: { readonly removed: readonly number[] }) => removed.push(...change.removed))
    expect(stale?.awarenessClients.size).toBe(1)
    if (stale) room.leave(stale)
    room.flush()
    notes.put(second.doc, { id: 'n1', text: 'river' })
    await second.allSaved()
    await until(() => texts(watcher).length === 1, 'the note')
    // What left before the note has arrived before it.
    expect(removed).toEqual([])
    expect(seen()).toBe(true)
  })

  it('a store that fails in the middle of a turn stores nothing of it, tells nobody, and then everything once', async () => {
    const fault: Fault = {}
    await start(fault)
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const room = await server.sync.hub.open(boardRoom(server.workshopId))
    const privately = await server.sync.hub.open(`${server.workshopId}/private/${ada}`)
    const [a, b, own] = [new Replica(room, ada), new Replica(room, bo), new Replica(privately, ada)]
    await until(() => !room.document.isBusy, 'the first sync')
    fault.afterAppend = () => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
    }
    notes.put(a.doc, { id: 'n1', text: 'river' })
    notes.put(b.doc, { id: 'n2', text: 'forest' })
    own.doc.getMap('secrets').set('s1', new Y.Map(Object.entries({ id: 's1', text: 'mine' })))
    for (const each of [a, b, own]) each.push()
    await until(() => server.sync.health.failingSinceMs !== undefined, 'the fault to be noticed')
    room.flush()
    for (const each of [a, b]) each.pull()
    expect([texts(a), texts(b)]).toEqual([['river'], ['forest']])
    const log = await server.store.reading.selectFrom('updates').select('room').where('room', '!=', `${server.workshopId}/record`).execute()
    expect(log).toEqual([])
    delete fault.afterAppend
    await until(() => server.sync.health.failingSinceMs === undefined, 'the store to recover')
    await until(() => !room.document.isBusy && !privately.document.isBusy, 'the commit')
    room.flush()
    for (const each of [a, b]) each.pull()
    expect([texts(a), texts(b)]).toEqual([
      ['forest', 'river'],
      ['forest', 'river'],
    ])
    const rows = await server.store.reading
      .selectFrom('updates')
      .select('room')
      .where('room', '!=', `${server.workshopId}/record`)
      .execute()
    expect(rows.map((row) => row.room).sort()).toEqual([room.name, privately.name].sort())
  })

  it('an update that comes between the question of a newcomer and the commit reaches the newcomer, once it is on disk', async () => {
    const fault: Fault = {}
    await start(fault)
    const [ada, bo, cy] = [await server.admit('Ada'), await server.admit('Bo'), await server.admit('Cy')]
    const room = await server.sync.hub.open(boardRoom(server.workshopId))
    const [a, b] = [new Replica(room, ada), new Replica(room, bo)]
    const disk = gate()
    fault.afterAppend = () => disk.opened
    notes.put(a.doc, { id: 'n1', text: 'river' })
    a.push()
    await until(() => room.document.isBusy, 'the commit to begin')
    const newcomer = new Replica(room, cy)
    notes.put(b.doc, { id: 'n2', text: 'forest' })
    b.push()
    room.flush()
    for (const each of [a, b, newcomer]) each.pull()
    expect([texts(a), texts(b), texts(newcomer)]).toEqual([['river'], ['forest'], []])
    disk.open()
    await until(() => {
      newcomer.pull()
      return texts(newcomer).length === 2
    }, 'both notes')
    for (const each of [a, b]) each.pull()
    await until(() => {
      for (const each of [a, b]) each.pull()
      return texts(a).length === 2 && texts(b).length === 2
    }, 'both notes for the others')
    expect([a, b, newcomer].map(({ line }) => line.closed)).toEqual([undefined, undefined, undefined])
  })
})
