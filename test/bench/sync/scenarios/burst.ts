import { Crowd } from '../load/crowd'
import { pause } from '../load/pause'
import type { Scenario } from './scenario'

const people = 50
const writers = 10
const inFlight = 10
const warmUpMs = 12_000

/** Everybody writes as fast as the room takes it: ten edits of each writer are always under way. */
export const burst: Scenario<'deliveries' | 'throughput'> = {
  name: 'burst',
  title: `${people} people, ${writers} write, ${inFlight} edits of each under way`,
  servers: ['convene', 'hocuspocus', 'y-websocket', 'y-leveldb', 'relay'],
  start: { liftRates: true },
  figures: {
    deliveries: {
      label: 'edits delivered per CPU second of the server',
      goal: {
        text: '>= 1.3 x Hocuspocus (aim 2 x, and 5 x relay)',
        isMet: (ours, peer) => ours >= 1.3 * peer('hocuspocus'),
      },
    },
    throughput: { label: 'edits delivered per second' },
  },
  async run(server, { isQuick }) {
    const crowd = await Crowd.join(server, people, writers)
    let isOver = false
    crowd.settled = (writer) => {
      if (!isOver) crowd.edit(writer)
    }
    for (let index = 0; index < writers; index++) for (let edit = 0; edit < inFlight; edit++) crowd.edit(index)
    await pause(warmUpMs)
    const from = { deliveries: crowd.deliveries, cpuMs: server.process.cpuMs, atMs: performance.now() }
    await pause(isQuick ? 1_500 : 6_000)
    const deliveries = crowd.deliveries - from.deliveries
    const cpuMs = server.process.cpuMs - from.cpuMs
    const tookMs = performance.now() - from.atMs
    isOver = true
    await crowd.drained()
    crowd.leave()
    return { deliveries: deliveries / (cpuMs / 1000), throughput: deliveries / (tookMs / 1000) }
  },
}
