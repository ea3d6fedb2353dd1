import { Crowd } from '../load/crowd'
import { repeat } from '../load/pause'
import { atMost, type Scenario } from './scenario'

const people = 3
const everyEditMs = 1_000
const joiningAtOnce = 20
const kib = 1024

/** Many small groups at once: three people a room, each of whom writes one edit a second. */
export const rooms: Scenario<'cpu' | 'rss' | 'rooms'> = {
  name: 'rooms',
  title: `1,000 rooms x ${people} people, 1 edit/s each`,
  servers: ['convene', 'hocuspocus', 'y-websocket', 'y-leveldb', 'relay'],
  figures: {
    cpu: {
      label: 'server CPU ms per 1,000 deliveries',
      digits: 1,
      goal: { text: '<= Hocuspocus', isMet: (ours, peer) => ours <= peer('hocuspocus') },
    },
    rss: { label: 'memory per room, KB', goal: atMost(80, 'KB') },
    rooms: { label: 'rooms' },
  },
  async run(server, { isQuick }) {
    const count = isQuick ? 100 : 1_000
    const warm = await Crowd.join(server, people, people)
    await write([warm], 2)
    const rssBefore = server.process.rssBytes
    const crowds: Crowd[] = []
    while (crowds.length < count) {
      const some = Array.from({ length: joiningAtOnce }, () => Crowd.join(server, people, people))
      crowds.push(...(await Promise.all(some)))
    }
    const rss = (server.process.rssBytes - rssBefore) / count / kib
    await write(crowds, 2)
    const from = { cpuMs: server.process.cpuMs, deliveries: sum(crowds) }
    await write(crowds, isQuick ? 3 : 10)
    const cpu = (server.process.cpuMs - from.cpuMs) / ((sum(crowds) - from.deliveries) / 1000)
    for (const crowd of [warm, ...crowds]) crowd.leave()
    return { cpu, rss, rooms: count }
  },
}

function sum(crowds: readonly Crowd[]): number {
  return crowds.reduce((deliveries, crowd) => deliveries + crowd.deliveries, 0)
}

async function write(crowds: readonly Crowd[], seconds: number): Promise<void> {
  const count = (seconds * 1000) / everyEditMs
  const hands = crowds.flatMap((crowd) => crowd.hands.map((_, index) => ({ crowd, index })))
  const writing = hands.map(({ crowd, index }, place) => {
    const offsetMs = (place * everyEditMs) / hands.length
    return repeat({ everyMs: everyEditMs, count, offsetMs }, () => crowd.edit(index))
  })
  await Promise.all(writing)
  for (const crowd of crowds) await crowd.drained()
}
