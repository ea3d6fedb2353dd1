import * as Y from 'yjs'
import { newId } from '../../../../shared/doc/ids'
import { syncType } from '../../../../shared/sync/frames'
import { ideas } from '../../../../shared/tools/ideas/collections'
import { Crowd } from '../load/crowd'
import { syncFrame } from '../load/frames'
import { Line } from '../load/line'
import { comeIn, type Whole } from '../load/newcomer'
import { pause } from '../load/pause'
import { noteOf } from '../load/writer'
import type { BenchServer, Room } from '../servers/server'
import { atMost, type Scenario } from './scenario'

const herd = 200
const edits = 50_000
const writers = 5
const notesPerWriter = 400
const underWay = 100
const notes = 5_000
const noteCharacters = 1_000
const notesPerFrame = 500
/** Longer than any server waits before it writes a document down. */
const storingMs = 3_000
const mib = 1024 * 1024

const figures = {
  cold: { label: 'first newcomer after a restart, ms to synced', goal: atMost(200, 'ms') },
  herd: { label: `${herd} at once, ms until the last is synced`, goal: atMost(500, 'ms') },
  rss: { label: 'most memory of the server meanwhile, MB', goal: atMost(150, 'MB') },
} satisfies Scenario['figures']

/** Coming into a room with a long history. */
export const joinEdits: Scenario<keyof typeof figures> = {
  name: 'join-edits',
  title: `joining a document of ${edits.toLocaleString('en-GB')} edits`,
  servers: ['convene', 'hocuspocus', 'y-leveldb'],
  start: { liftRates: true },
  figures,
  async run(server, { isQuick }) {
    const room = await server.openRoom(herd)
    const crowd = await Crowd.in(room, server, { writers, people: writers + 1, notesPerWriter })
    let left = isQuick ? edits / 10 : edits
    crowd.settled = (writer) => {
      if (left-- > 0) crowd.edit(writer)
    }
    for (let edit = 0; edit < underWay; edit++) crowd.settled(edit % writers)
    await crowd.drained()
    crowd.leave()
    return measureJoins(server, room, new Map(crowd.hands.map(({ writer }) => [writer.clientId, writer.clock])))
  },
}

/** Coming into a room that is full to the brim. */
export const joinLarge: Scenario<keyof typeof figures> = {
  name: 'join-large',
  title: `joining a document of ${(notes * noteCharacters) / 1_000_000} MB`,
  servers: ['convene', 'hocuspocus', 'y-leveldb'],
  start: { liftRates: true },
  figures: { ...figures, cold: { ...figures.cold, goal: atMost(400, 'ms') }, herd: { ...figures.herd, goal: atMost(2_500, 'ms') } },
  async run(server) {
    const room = await server.openRoom(herd)
    return measureJoins(server, room, await fill(room))
  },
}

/** Writes the board full, a step of notes at a time as a paste would. */
async function fill(room: Room): Promise<Whole> {
  const [seat] = room.seats
  if (!seat) throw new Error('no seat')
  const line = new Line(room, seat, {})
  await line.synced
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => line.send(syncFrame(syncType.update, update)))
  for (let at = 0; at < notes; at += notesPerFrame) {
    doc.transact(() => {
      for (let index = at; index < at + notesPerFrame; index++) {
        ideas.put(doc, noteOf(newId('idea'), seat.authorId, `${index} `.repeat(noteCharacters).slice(0, noteCharacters)))
      }
    })
  }
  const whole = new Map([[doc.clientID, Y.getState(doc.store, doc.clientID)]])
  await comeIn(room, seat, whole).arrived
  line.leave()
  return whole
}

async function measureJoins(server: BenchServer, room: Room, whole: Whole) {
  await pause(storingMs)
  await server.process.halt()
  await server.process.restart()
  const [first, ...others] = room.seats
  if (!first) throw new Error('no seat')
  const cold = comeIn(room, first, whole)
  const coldMs = await cold.arrived
  cold.leave()
  const crowd = others.map((seat) => comeIn(room, seat, whole))
  const herdMs = Math.max(...(await Promise.all(crowd.map(({ arrived }) => arrived))))
  for (const { leave } of crowd) leave()
  return { cold: coldMs, herd: herdMs, rss: server.process.peakRssBytes / mib }
}
