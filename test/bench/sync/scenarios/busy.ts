import { percentile } from '../../figures'
import { Crowd } from '../load/crowd'
import { pause, repeat } from '../load/pause'
import { atMost, type Scenario } from './scenario'

const people = 200
const writers = 20
const everyWriterMs = 100
const lonelyEdits = 40

/** A full room at work: twenty of two hundred write ten edits a second; then one person writes alone. */
export const busy: Scenario<'cpu' | 'p50' | 'p99' | 'lone'> = {
  name: 'busy',
  title: `${people} people, ${writers} write ${1000 / everyWriterMs} edits/s each`,
  servers: ['convene', 'hocuspocus', 'y-websocket', 'y-leveldb', 'relay'],
  figures: {
    cpu: {
      label: 'server CPU ms per 1,000 deliveries',
      digits: 2,
      goal: {
        text: '<= 0.7 x Hocuspocus, <= relay',
        isMet: (ours, peer) => ours <= 0.7 * peer('hocuspocus') && ours <= peer('relay'),
      },
    },
    p50: { label: 'latency p50, ms', digits: 1, goal: atMost(20, 'ms') },
    p99: { label: 'latency p99, ms', digits: 1, goal: atMost(40, 'ms') },
    lone: { label: 'a lone edit in the quiet room, p50 ms', digits: 2, goal: atMost(3, 'ms') },
  },
  async run(server, { isQuick }) {
    const crowd = await Crowd.join(server, people, writers)
    await write(crowd, 2)
    const from = { deliveries: crowd.deliveries, cpuMs: server.process.cpuMs }
    crowd.isTimed = true
    await write(crowd, isQuick ? 3 : 10)
    const cpu = (server.process.cpuMs - from.cpuMs) / ((crowd.deliveries - from.deliveries) / 1000)
    const latencies = crowd.latenciesMs.splice(0)
    await pause(500)
    for (let edit = 0; edit < (isQuick ? 10 : lonelyEdits); edit++) {
      crowd.edit(0)
      await pause(50)
    }
    await crowd.drained()
    crowd.leave()
    return { cpu, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), lone: percentile(crowd.latenciesMs, 0.5) }
  },
}

async function write(crowd: Crowd, seconds: number): Promise<void> {
  const count = (seconds * 1000) / everyWriterMs
  const writing = crowd.hands.map((_, index) => {
    const offsetMs = (index * everyWriterMs) / writers
    return repeat({ everyMs: everyWriterMs, count, offsetMs }, () => crowd.edit(index))
  })
  await Promise.all(writing)
  await crowd.drained()
}
