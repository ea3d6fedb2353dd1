import * as encoding from 'lib0/encoding'
import { int32, type PRNG, uint8Array } from 'lib0/prng'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { step2Frame, updateFrame } from '../../../server/sync/send'
import type { ParticipantId } from '../../../shared/access/actor'
import { limits } from '../../../shared/sync/limits'
import { figures } from '../../support/figures'
import { heldBytes } from '../../support/memory'
import { RawLine } from '../../support/raw-line'
import { oneOf, seeded } from '../../support/seeded'
import { type Connection, until } from '../../support/server'
import { size } from '../../support/sizes'
import { Socketless } from '../../support/socketless'
import { notes, type SyncServer, startSyncServer } from '../../support/sync-server'

/** The beginning of each kind of frame, known or not; garbage follows. */
const kinds: Readonly<Record<string, readonly number[]>> = {
  'step 1': [0, 0],
  'step 2': [0, 1],
  update: [0, 2],
  'unknown sync': [0, 9],
  awareness: [1],
  auth: [2],
  'asking for awareness': [3],
  saved: [4],
  refused: [5],
  unknown: [77],
  empty: [],
}

/** Kinds that no client sends: each such frame ends its line. */
const foreign = new Set(['unknown sync', 'auth', 'saved', 'refused', 'unknown'])

const before = { ...limits }
let server: SyncServer
let mal: ParticipantId
let ada: Connection
let bo: Connection
let elsewhere: Connection

beforeEach(async () => {
  Object.assign(limits, { socketsPerParticipant: 1e6, clientIdsPerParticipantAndDay: 1e6 })
  server = await startSyncServer()
  mal = await server.admit('Mal')
  const [first, second] = [await server.admit('Ada'), await server.admit('Bo')]
  ada = server.connect(first, 'board')
  bo = server.connect(second, 'board')
  elsewhere = server.connect(first, `private/${first}`)
  await Promise.all([ada, bo, elsewhere].map((each) => each.synced()))
})
afterEach(async () => {
  await server.close()
  Object.assign(limits, before)
})

function garbage(random: PRNG, head: readonly number[]): Uint8Array {
  const bytes = uint8Array(random, int32(random, 0, 60))
  const isFramed = int32(random, 0, 1) === 1
  return encoding.encode((encoder) => {
    for (const byte of head) encoding.writeUint8(encoder, byte)
    // Half of it gets past the length, so that what is inside is garbage too.
    if (isFramed) encoding.writeVarUint8Array(encoder, bytes)
    else encoding.writeUint8Array(encoder, bytes)
  })
}

let written = 0

/** Somebody's typing reaches the other in the room, and is saved there and in another room. */
async function expectTyping(): Promise<void> {
  written += 1
  const id = `typed${written}`
  notes.put(ada.doc, { id, text: 'river' })
  elsewhere.doc.getMap('secrets').set(id, new Y.Map(Object.entries({ id, text: 'mine' })))
  await Promise.all([ada.allSaved(), elsewhere.allSaved()])
  await until(() => notes.get(bo.doc, id) !== undefined, 'the note')
}

describe('garbage in place of frames', () => {
  it.each(Object.entries(kinds))('T6 changes nothing, leaves nothing behind: %s', { timeout: 600_000 }, async (kind, head) => {
    const room = await server.sync.hub.open(`${server.workshopId}/board`)
    await expectTyping()
    await seeded(async (random) => {
      const stored = () => server.sync.context.readDoc(room.name, (doc) => JSON.stringify(doc.getMap('notes').toJSON()))
      const was = await stored()
      const heldBefore = heldBytes()
      for (let n = 0; n < size(1_000, 10_000); n++) {
        const line = new Socketless(room, mal)
        if (n % 2 === 0) line.send(step2Frame(new Y.Doc(), Uint8Array.of(0)))
        line.send(garbage(random, head))
        if (foreign.has(kind)) expect(line.closed).toBe(4400)
        await room.document.rebuilt
        room.leave(line.session)
        if (n % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      expect(await stored()).toBe(was)
      expect(heldBytes() - heldBefore).toBeLessThan(50 * 1024 * 1024)
    })
    await expectTyping()
    expect([ada.closed, bo.closed, elsewhere.closed]).toEqual([undefined, undefined, undefined])
  })

  it('T6 over sockets leaves others typing: before signing in, before the first sync and after it', { timeout: 600_000 }, async () => {
    await seeded(async (random) => {
      const heldBefore = heldBytes()
      const codes = new Map<number, number>()
      const stages = ['signed out', 'at once', 'synced'] as const
      const sockets = size(300, 10_000)
      for (let sent = 0; sent < sockets; ) {
        const lines = stages.flatMap((stage) =>
          Array.from({ length: 20 }, () => ({ stage, line: new RawLine(server, 'board', stage === 'signed out' ? '' : `seat=${mal}`) })),
        )
        await Promise.all(lines.map(({ line }) => line.opened()))
        for (const { stage, line } of lines) {
          if (stage === 'synced') line.greet()
          // Whatever comes first is refused; a text message is refused always.
          for (let n = 0; n < 3; n++) line.send(garbage(random, oneOf(random, Object.values(kinds))))
          line.socket.send('words')
        }
        await expectTyping()
        await until(() => lines.every(({ line }) => line.closed !== undefined), 'all to be sent away')
        for (const { line } of lines) codes.set(line.closed ?? 0, (codes.get(line.closed ?? 0) ?? 0) + 1)
        sent += lines.length
      }
      expect([...codes.keys()].filter((code) => ![4400, 4401].includes(code))).toEqual([])
      const grown = heldBytes() - heldBefore
      figures('T6 sockets', { sockets, 'grown MB': grown / 2 ** 20 })
      expect(grown).toBeLessThan(50 * 1024 * 1024)
    })
  })

  it('T6 a message beyond the limit closes its own line only', async () => {
    const line = new RawLine(server, 'board', `seat=${mal}`)
    await line.opened()
    line.greet()
    line.send(new Uint8Array(limits.messageBytes + 1))
    await until(() => line.closed === 1009, 'the close')
    const second = new RawLine(server, 'board', `seat=${mal}`)
    await second.opened()
    second.greet()
    second.send(updateFrame(new Uint8Array(limits.updateBytes + 1)))
    await until(() => second.closed === 4413, 'the close')
    await expectTyping()
  })

  it('T6 somebody who asks for everything again and again, and reads none of it, fills no memory', async () => {
    ada.doc.transact(() => {
      for (let n = 0; n < 1_000; n++) notes.put(ada.doc, { id: `n${n}`, text: 'x'.repeat(100) })
    })
    await ada.allSaved()
    const { answersBurst } = limits
    Object.assign(limits, { answersBurst: 10_000 }) // without the pace of answers, to see what holds them back then
    const line = new RawLine(server, 'board', `seat=${mal}`)
    await line.opened()
    Object.assign(limits, { answersBurst })
    line.socket.pause()
    // A state vector that is not empty, so that each answer is made for this line alone.
    const question = encoding.encode((encoder) => {
      encoding.writeUint8Array(encoder, Uint8Array.of(0, 0))
      encoding.writeVarUint8Array(encoder, Uint8Array.of(1, 1, 0))
    })
    line.send(...Array.from({ length: 1_500 }, () => question))
    await until(() => server.sync.hub.queuedBytes() > limits.slowReaderBytes, 'the answers to queue')
    await expectTyping()
    expect(server.sync.hub.queuedBytes()).toBeLessThan(3 * limits.slowReaderBytes)
    line.end()
  })
})
