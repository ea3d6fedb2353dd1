import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createUpdateLog, type UpdateLog } from '../../../server/storage/update-log'
import { awarenessFrame } from '../../../server/sync/send'
import { newId } from '../../../shared/doc/ids'
import { limits } from '../../../shared/sync/limits'
import { recordRoom } from '../../../shared/sync/room-name'
import { until } from '../../support/server'
import { faultyText, notes, type SyncServer, secrets, startSyncServer, wordings } from '../../support/sync-server'

/** A log whose commits can be held up or made to fail. */
function brakes() {
  const state = { fails: false, appended: 0, held: undefined as Promise<void> | undefined }
  return {
    state,
    wrapLog: (log: UpdateLog): UpdateLog => ({
      ...log,
      async append(tx, entries) {
        await state.held
        if (state.fails) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
        await log.append(tx, entries)
        state.appended += entries.length
      },
    }),
  }
}

let server: SyncServer
const { state: disk, wrapLog } = brakes()
beforeEach(async () => {
  disk.fails = false
  disk.held = undefined
  server = await startSyncServer({ wrapLog })
})
afterEach(() => server.close())

const text = (doc: Y.Doc) =>
  notes
    .all(doc)
    .map((note) => note.text)
    .sort()

describe('a document shared by two stock providers', () => {
  it('shows each what the other writes', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.synced(), b.synced()])
    notes.put(a.doc, { id: 'n1', text: 'river' })
    notes.put(b.doc, { id: 'n2', text: 'forest' })
    await Promise.all([a.allSaved(), b.allSaved()])
    await until(() => text(a.doc).length === 2 && text(b.doc).length === 2, 'both notes on both sides')
    expect(text(a.doc)).toEqual(['forest', 'river'])
    expect(text(b.doc)).toEqual(['forest', 'river'])
  })

  it('gives a newcomer everything, and after a restart too', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    notes.put(a.doc, { id: 'n1', text: 'river' })
    await a.allSaved()
    const b = server.connect(ada, 'board')
    await b.synced()
    expect(text(b.doc)).toEqual(['river'])
  })

  it('counts an update without content as saved', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.allSaved()
    expect(a.saved).toBe(1)
  })
})

describe('what is not on disk', () => {
  /** Holds the disk; returns how to let go. */
  function holdDisk(): () => void {
    let release = () => {}
    disk.held = new Promise((resolve) => {
      release = () => {
        disk.held = undefined
        resolve()
      }
    })
    return release
  }

  it('is neither forwarded nor acknowledged nor in a newcomer’s first sync', async () => {
    const [ada, bo, cy] = [await server.admit('Ada'), await server.admit('Bo'), await server.admit('Cy')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.allSaved(), b.allSaved()])
    const release = holdDisk()
    notes.put(a.doc, { id: 'n1', text: 'river' })
    await until(() => a.sent === 2, 'the frame to go out')
    const c = server.connect(cy, 'board')
    await until(() => c.provider.wsconnected, 'the newcomer')
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(a.saved).toBe(1)
    expect(text(b.doc)).toEqual([])
    expect(c.provider.synced).toBe(false)
    expect(text(c.doc)).toEqual([])
    release()
    await Promise.all([a.allSaved(), c.synced()])
    await until(() => text(b.doc).length === 1, 'the note')
    expect(text(c.doc)).toEqual(['river'])
  })

  it('is kept while the disk is full, and goes out when there is room again, without a restart', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.allSaved(), b.allSaved()])
    disk.fails = true
    notes.put(a.doc, { id: 'n1', text: 'river' })
    await until(() => server.sync.health.failingSinceMs !== undefined, 'the fault to be noticed')
    notes.put(a.doc, { id: 'n2', text: 'forest' })
    await until(() => a.sent === 3, 'the frames to go out')
    const c = server.connect(bo, 'board')
    await c.synced()
    expect(text(c.doc)).toEqual([])
    expect(a.saved).toBe(1)
    expect(text(b.doc)).toEqual([])
    disk.fails = false
    await a.allSaved()
    await until(() => text(b.doc).length === 2 && text(c.doc).length === 2, 'both notes')
    expect(server.sync.health.failingSinceMs).toBeUndefined()
  })

  it('is not read over HTTP either', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.allSaved()
    const release = holdDisk()
    notes.put(a.doc, { id: 'n1', text: 'river' })
    await until(() => server.sync.hub.peek(`${server.workshopId}/board`)?.document.isBusy === true, 'the frame to arrive')
    const reading = server.sync.context.readDoc(`${server.workshopId}/board`, (doc) => [disk.held === undefined, text(doc)])
    setTimeout(release, 100)
    expect(await reading).toEqual([true, ['river']])
  })
})

describe('who may write what', () => {
  it('refuses an observer’s update and tells nobody', async () => {
    const [ada, oz] = [await server.admit('Ada'), await server.admit('Oz', 'observer')]
    const a = server.connect(ada, 'board')
    const o = server.connect(oz, 'board')
    await Promise.all([a.allSaved(), o.allSaved()])
    notes.put(o.doc, { id: 'n1', text: 'graffiti' })
    await until(() => o.closed === 4403, 'the refusal')
    expect(o.refused).toMatch(/^room\/read-only: /)
    notes.put(a.doc, { id: 'n2', text: 'river' })
    await a.allSaved()
    expect(text(a.doc)).toEqual(['river'])
  })

  it('ends the line whose message the server stumbles over, keeps nothing of it, and goes on for everybody else', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const [a, b] = [server.connect(ada, 'board'), server.connect(bo, 'board')]
    await Promise.all([a.allSaved(), b.allSaved()])
    notes.put(b.doc, { id: 'n1', text: faultyText })
    await until(() => b.closed === 4400, 'the refusal')
    notes.put(a.doc, { id: 'n2', text: 'river' })
    await a.allSaved()
    expect(text(a.doc)).toEqual(['river'])
  })

  it('refuses everybody’s update of the record', async () => {
    const host = await server.admit('Hanna', 'host')
    const r = server.connect(host, 'record')
    await r.allSaved()
    wordings.put(r.doc, { id: 'draft_1', state: 'adopted' })
    await until(() => r.closed === 4403, 'the refusal')
    await server.sync.context.readDoc(recordRoom(server.workshopId), (doc) => expect(wordings.all(doc)).toEqual([]))
  })

  it('refuses a locked tool’s roots with 4409, on sockets that were open before the lock', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    notes.put(a.doc, { id: 'n1', text: 'river' })
    await a.allSaved()
    await server.lock('ideas', true)
    notes.put(a.doc, { id: 'n2', text: 'too late' })
    await until(() => a.closed === 4409, 'the refusal')
    expect(a.refused).toMatch(/^room\/locked: /)
    await server.lock('ideas', false)
    const again = server.connect(ada, 'board')
    await again.synced()
    notes.put(again.doc, { id: 'n3', text: 'forest' })
    await again.allSaved()
    expect(text(again.doc)).toEqual(['forest', 'river'])
  })

  it('lets a draft be written while it is open, and not once it is adopted', async () => {
    const ada = await server.admit('Ada')
    const draftId = newId('draft')
    const room = recordRoom(server.workshopId)
    const set = (state: 'open' | 'adopted') =>
      server.sync.context.governed(server.workshopId, async () => ({
        result: undefined,
        writes: [
          { room, write: (doc) => (wordings.patch(doc, draftId, { state }) ? undefined : wordings.put(doc, { id: draftId, state })) },
        ],
      }))
    const unknown = server.connect(ada, `draft/${draftId}`)
    await until(() => unknown.closed === 4404, 'no such draft')
    await set('open')
    const a = server.connect(ada, `draft/${draftId}`)
    await a.synced()
    a.doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
    await a.allSaved()
    await set('adopted')
    a.doc.getXmlFragment('body').insert(0, [new Y.XmlElement('paragraph')])
    await until(() => a.closed === 4409, 'the refusal')
  })

  it('answers 4404 for somebody else’s private notes, and lets the owner write', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo', 'facilitator')]
    const own = server.connect(ada, `private/${ada}`)
    await own.synced()
    secrets.put(own.doc, { id: 's1', text: 'not yet' })
    await own.allSaved()
    const other = server.connect(bo, `private/${ada}`)
    await until(() => other.closed === 4404, 'the refusal')
    expect(other.doc.getMap('secrets').size).toBe(0)
  })

  it('closes the sockets of a removed person within a second', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    const before = performance.now()
    await server.change(ada, { removed: true })
    await until(() => a.closed === 4404, 'the socket to close', 1_000)
    expect(performance.now() - before).toBeLessThan(1_000)
  })

  it('makes the sockets of somebody demoted read-only at once', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.allSaved()
    await server.change(ada, { role: 'observer' })
    notes.put(a.doc, { id: 'n1', text: 'one more' })
    await until(() => a.closed === 4403, 'the refusal')
  })

  it('refuses a change that the tool’s rules forbid, with the reason, and keeps what others wrote', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.synced(), b.synced()])
    notes.put(a.doc, { id: 'n1', text: 'river', authorId: ada })
    await a.allSaved()
    await until(() => text(b.doc).length === 1, 'the note')
    notes.patch(b.doc, 'n1', { text: 'vandalised' })
    await until(() => b.closed === 4403, 'the refusal')
    expect(b.refused).toBe('room/rule: Only its author may change this note.')
    notes.patch(a.doc, 'n1', { text: 'river and lake' })
    await a.allSaved()
    const fresh = server.connect(bo, 'board')
    await fresh.synced()
    expect(text(fresh.doc)).toEqual(['river and lake'])
  })

  it('refuses a record that its schema does not allow', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    notes.put(a.doc, { id: 'n1', text: 'x'.repeat(101) })
    await until(() => a.closed === 4400, 'the refusal')
    expect(a.refused).toMatch(/^room\/invalid-record: /)
  })
})

describe('presence', () => {
  it('is stamped with the person’s identity, whatever they claim, and ends with the connection', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.synced(), b.synced()])
    a.provider.awareness.setLocalState({ user: { id: bo, name: 'Bo', colour: 8 }, cursor: 7 })
    await until(() => b.provider.awareness.getStates().get(a.doc.clientID)?.cursor === 7, 'Ada to appear')
    expect(b.provider.awareness.getStates().get(a.doc.clientID)).toEqual({ user: { id: ada, name: 'Ada', colour: 3 }, cursor: 7 })
    a.destroy()
    await until(() => b.provider.awareness.getStates().get(a.doc.clientID) === undefined, 'Ada to go')
  })

  it('comes back at once after a reconnect', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.synced(), b.synced()])
    a.provider.awareness.setLocalState({ step: 1 })
    const seen = () => b.provider.awareness.getStates().get(a.doc.clientID) !== undefined
    await until(seen, 'Ada to appear')
    a.provider.disconnect()
    await until(() => !seen(), 'Ada to go')
    a.provider.connect()
    await until(seen, 'Ada to come back', 2_000)
  })

  it('of a page that has left goes with it, though another page of the same person had heard of it', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const [left, right, b] = [server.connect(ada, 'board'), server.connect(ada, 'board'), server.connect(bo, 'board')]
    await Promise.all([left.synced(), right.synced(), b.synced()])
    const states = () => b.provider.awareness.getStates()
    left.provider.awareness.setLocalState({ step: 1 })
    right.provider.awareness.setLocalState({ step: 2 })
    await until(() => right.provider.awareness.getStates().get(left.doc.clientID)?.step === 1, 'one page to hear of the other')
    right.provider.awareness.setLocalState({ step: 3 })
    await until(() => states().get(right.doc.clientID)?.step === 3, 'the other page')
    let updates = 0
    b.provider.awareness.on('update', () => (updates += 1))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(updates).toBeLessThan(3) // the pages do not pass each other's presence to and fro
    // Without a goodbye, as a page that is reloaded.
    left.provider.shouldConnect = false
    left.provider.ws?.close()
    await until(() => !states().has(left.doc.clientID), 'the page to go')
    right.provider.awareness.setLocalState({ step: 4 })
    await until(() => states().get(right.doc.clientID)?.step === 4, 'the other page to stay')
    expect(states().has(left.doc.clientID)).toBe(false)
  })

  it('of an observer is not forwarded', async () => {
    const [ada, oz] = [await server.admit('Ada'), await server.admit('Oz', 'observer')]
    const a = server.connect(ada, 'board')
    const o = server.connect(oz, 'board')
    await Promise.all([a.synced(), o.synced()])
    o.provider.awareness.setLocalState({ step: 1 })
    a.provider.awareness.setLocalState({ step: 2 })
    await until(() => o.provider.awareness.getStates().has(a.doc.clientID), 'Ada to appear')
    expect(a.provider.awareness.getStates().has(o.doc.clientID)).toBe(false)
  })

  it('cannot be shown, nor written, under a client id that somebody else showed first', async () => {
    const [ada, bo] = [await server.admit('Ada'), await server.admit('Bo')]
    const a = server.connect(ada, 'board')
    await a.synced()
    a.provider.awareness.setLocalState({ step: 1 })
    const b = server.connect(bo, 'board')
    await until(() => b.provider.awareness.getStates().has(a.doc.clientID), 'Ada to appear')
    b.doc.clientID = a.doc.clientID
    notes.put(b.doc, { id: 'n1', text: 'forged' })
    await until(() => b.closed === 4400, 'the refusal')
    expect(b.refused).toMatch(/^room\/foreign-client: /)
  })
})

describe('limits', () => {
  it('keep one person from wiping what others wrote, unless they lead', async () => {
    const [ada, bo, cy] = [await server.admit('Ada'), await server.admit('Bo'), await server.admit('Cy', 'facilitator')]
    const a = server.connect(ada, 'board')
    const b = server.connect(bo, 'board')
    await Promise.all([a.synced(), b.synced()])
    a.doc.transact(() => {
      for (let i = 0; i < 60; i++) notes.put(a.doc, { id: `n${i}`, text: 'river', authorId: ada })
    })
    await a.allSaved()
    await until(() => text(b.doc).length === 60, 'the notes')
    const wipe = (doc: Y.Doc) =>
      doc.transact(() => {
        for (const { id } of notes.all(doc)) notes.remove(doc, id)
      })
    wipe(b.doc)
    await until(() => b.closed === 4403, 'the refusal')
    expect(b.refused).toMatch(/^room\/too-many-removals: /)
    const c = server.connect(cy, 'board')
    await c.synced()
    expect(text(c.doc)).toHaveLength(60)
    wipe(c.doc)
    await c.allSaved()
    await until(() => text(a.doc).length === 0, 'the board to be empty')
  })

  it('keep a wording within its number of characters, however it grew', async () => {
    const ada = await server.admit('Ada')
    const draftId = newId('draft')
    await server.sync.context.governed(server.workshopId, async () => ({
      result: undefined,
      writes: [{ room: recordRoom(server.workshopId), write: (doc) => wordings.put(doc, { id: draftId, state: 'open' }) }],
    }))
    const a = server.connect(ada, `draft/${draftId}`)
    await a.synced()
    const body = new Y.XmlText()
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [body])
    a.doc.getXmlFragment('body').insert(0, [paragraph])
    body.insert(0, 'a'.repeat(limits.draftText - 10))
    for (let i = 0; i < 5; i++) body.insert(0, 'b')
    await a.allSaved()
    body.insert(0, 'c'.repeat(6))
    await until(() => a.closed === 4413, 'the refusal')
    expect(a.refused).toMatch(/^room\/text-full: /)
  })

  it('slow a client that sends too fast, and lose nothing', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    notes.put(a.doc, { id: 'n1', text: '' })
    for (let i = 0; i < 260; i++) notes.patch(a.doc, 'n1', { text: String(i) })
    await a.allSaved()
    expect(a.closed).toBeUndefined()
    const b = server.connect(ada, 'board')
    await b.synced()
    expect(text(b.doc)).toEqual(['259'])
  })

  it('cut a reader that cannot keep up', async () => {
    const before = { slowReaderBytes: limits.slowReaderBytes, slowReaderMs: limits.slowReaderMs }
    Object.assign(limits, { slowReaderBytes: 1, slowReaderMs: 0 })
    try {
      const ada = await server.admit('Ada')
      const a = server.connect(ada, 'board')
      await a.synced()
      const [session] = server.sync.hub.peek(`${server.workshopId}/board`)?.sessions ?? []
      // Nothing is read from the socket any more, so what is sent to it piles up.
      const socket = a.provider.ws as unknown as { pause(): void; resume(): void }
      socket.pause()
      for (let i = 0; i < 40; i++) session?.send(awarenessFrame(new Uint8Array(512 * 1024)))
      server.sync.hub.keepAlive()
      socket.resume()
      await until(() => a.closed === 4508, 'the socket to close')
    } finally {
      Object.assign(limits, before)
    }
  })
})

describe('a room that nobody needs', () => {
  it('is loaded again as it was, also after its log was rolled into one', async () => {
    const ada = await server.admit('Ada')
    const a = server.connect(ada, 'board')
    await a.synced()
    for (let i = 0; i < 3; i++) notes.put(a.doc, { id: `n${i}`, text: `note ${i}` })
    notes.remove(a.doc, 'n1')
    await a.allSaved()
    a.destroy()
    const name = `${server.workshopId}/board`
    const room = server.sync.hub.peek(name)
    await until(() => room?.sessions.size === 0, 'the socket to leave')
    server.sync.compactor.ask(name, (covered) => room?.document.rolledUp(covered))
    await server.sync.compactor.idle()
    expect(room?.document.tail).toEqual({ updates: 0, bytes: 0 })
    server.sync.hub.unloadIdle(0)
    expect(server.sync.hub.peek(name)).toBeUndefined()
    const log = createUpdateLog(server.store.reading)
    expect(await log.load(name)).toMatchObject({ updates: { length: 1 }, tail: { updates: 0 } })
    const b = server.connect(ada, 'board')
    await b.synced()
    expect(text(b.doc)).toEqual(['note 0', 'note 2'])
    notes.put(b.doc, { id: 'n9', text: 'afterwards' })
    await b.allSaved()
    const c = server.connect(ada, 'board')
    await c.synced()
    expect(text(c.doc)).toEqual(['afterwards', 'note 0', 'note 2'])
  })

  it('is opened once, however many ask at the same time', async () => {
    const name = `${server.workshopId}/board`
    const rooms = await Promise.all(Array.from({ length: 10 }, () => server.sync.hub.open(name)))
    expect(new Set(rooms).size).toBe(1)
  })
})
