import { percentile } from '../../figures'
import { Crowd } from '../load/crowd'
import { awarenessFrame } from '../load/frames'
import { pause, repeat } from '../load/pause'
import { atMost, type Scenario } from './scenario'

const people = 100
const everyMoveMs = 100
const everyEditMs = 500
const quietMs = 400
/** Client ids of people who only move; writers have their documents' own. */
const firstClientId = 1_000_000

/** A hundred pointers in one room, each moving ten times a second, while one person goes on writing. */
export const cursors: Scenario<'cpu' | 'edits' | 'states'> = {
  name: 'cursors',
  title: `${people} people move cursors ${1000 / everyMoveMs} times a second`,
  servers: ['convene', 'hocuspocus', 'y-websocket', 'relay'],
  figures: {
    cpu: {
      label: 'server CPU ms per second',
      goal: {
        text: '<= 0.3 x the cheapest peer',
        isMet: (ours, peer) => ours <= 0.3 * Math.min(peer('hocuspocus'), peer('y-websocket'), peer('relay')),
      },
    },
    edits: { label: 'edits meanwhile, p99 ms', digits: 1, goal: atMost(30, 'ms') },
    states: { label: 'cursor positions received per person and second' },
  },
  async run(server, { isQuick }) {
    const crowd = await Crowd.join(server, people, 1)
    const seconds = isQuick ? 3 : 10
    await move(crowd, 1)
    await settled(crowd)
    const from = { cpuMs: server.process.cpuMs, states: crowd.awarenessStates }
    crowd.isTimed = true
    const writing = repeat({ everyMs: everyEditMs, count: (seconds * 1000) / everyEditMs }, () => crowd.edit(0))
    await Promise.all([move(crowd, seconds), writing])
    await crowd.drained()
    await settled(crowd)
    // All the work that these seconds caused, however late it was done.
    const cpu = (server.process.cpuMs - from.cpuMs) / seconds
    const states = (crowd.awarenessStates - from.states) / people / seconds
    crowd.leave()
    return { cpu, edits: percentile(crowd.latenciesMs, 0.99), states }
  },
}

async function move(crowd: Crowd, seconds: number): Promise<void> {
  const count = (seconds * 1000) / everyMoveMs
  const moving = crowd.lines.map((line, index) => {
    const offsetMs = (index * everyMoveMs) / crowd.lines.length
    return repeat({ everyMs: everyMoveMs, count, offsetMs }, (turn) => {
      const cursor = { x: (turn * 7) % 1440, y: (index * 13 + turn) % 900 }
      line.send(awarenessFrame(firstClientId + index, Date.now(), { user: { name: `Person ${index}` }, cursor }))
    })
  })
  await Promise.all(moving)
}

/** Waits until no more positions come. */
async function settled(crowd: Crowd): Promise<void> {
  for (let before = -1; before !== crowd.awarenessStates; ) {
    before = crowd.awarenessStates
    await pause(quietMs)
  }
}
