import * as Y from 'yjs'
import { Crowd } from '../load/crowd'
import { Line } from '../load/line'
import { pause, repeat } from '../load/pause'
import type { Room } from '../servers/server'
import type { Scenario } from './scenario'

const writers = 20
const readers = 5
const everyEditMs = 20
const settleMs = 1_000

/** The process is killed while twenty people write; then a newcomer is shown what is left. */
export const loss: Scenario<'seen' | 'acknowledged' | 'kills'> = {
  name: 'loss',
  title: `kill -9 under ${writers} writers x ${1000 / everyEditMs} edits/s`,
  servers: ['convene', 'hocuspocus', 'y-leveldb', 'y-websocket'],
  figures: {
    seen: { label: 'edits that others had seen, lost per kill', digits: 1, goal: { text: '0', isMet: (ours) => ours === 0 } },
    acknowledged: {
      label: 'edits acknowledged to their writer, lost per kill',
      digits: 1,
      goal: { text: '0', isMet: (ours) => ours === 0 },
    },
    kills: { label: 'kills' },
  },
  async run(server, { isQuick }) {
    const kills = isQuick ? 2 : 10
    let seen = 0
    let acknowledged = 0
    let isAcknowledging = false
    for (let kill = 0; kill < kills; kill++) {
      const crowd = await Crowd.join(server, writers + readers, writers)
      const over = new AbortController()
      const writing = crowd.hands.map((_, index) =>
        repeat({ everyMs: everyEditMs, offsetMs: index, signal: over.signal }, () => crowd.edit(index)),
      )
      // Each time another moment of the server's own rhythm.
      await pause(1_000 + kill * 370)
      await server.process.kill()
      over.abort()
      crowd.leave()
      await Promise.all(writing)
      await server.process.restart()
      const left = await readAll(crowd.room)
      for (const [index, { writer, acknowledged: taken }] of crowd.hands.entries()) {
        const kept = Y.getState(left.store, writer.clientId)
        seen += Math.max(0, crowd.seenUpTo(index) - kept)
        isAcknowledging ||= taken > 0
        acknowledged += Math.max(0, taken - kept)
      }
    }
    return { seen: seen / kills, acknowledged: isAcknowledging ? acknowledged / kills : Number.NaN, kills }
  },
}

/** What a newcomer gets; some servers load a document only after they have answered. */
async function readAll(room: Room): Promise<Y.Doc> {
  const [, seat] = room.seats
  if (!seat) throw new Error('no seat')
  const doc = new Y.Doc()
  const line = new Line(room, seat, {
    frame: (frame) => {
      if (frame.kind === 'step2' || frame.kind === 'update') Y.applyUpdate(doc, frame.update)
    },
  })
  await line.synced
  await pause(settleMs)
  line.leave()
  return doc
}
