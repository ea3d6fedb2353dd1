import { Crowd } from '../load/crowd'
import { pause } from '../load/pause'
import type { BenchServer } from '../servers/server'
import { atMost, type Scenario } from './scenario'

const warmUp = 200
const atOnce = 20
/** Longer than any server keeps a document that nobody needs. */
const unloadMs = 25_000
const mib = 1024 * 1024

/** Rooms that were opened, written in once and left must cost nothing later. */
export const touched: Scenario<'heap' | 'documents'> = {
  name: 'touched',
  title: 'documents touched and left',
  servers: ['convene', 'hocuspocus', 'y-leveldb', 'y-websocket'],
  start: { withHeap: true },
  figures: {
    heap: { label: 'heap kept after they were left, MB', digits: 1, goal: atMost(5, 'MB') },
    documents: { label: 'documents' },
  },
  async run(server, { isQuick }) {
    const documents = isQuick ? 300 : 5_000
    await touch(server, warmUp)
    const before = await server.process.heapBytes()
    await touch(server, documents)
    return { heap: ((await server.process.heapBytes()) - before) / mib, documents }
  },
}

async function touch(server: BenchServer, documents: number): Promise<void> {
  for (let done = 0; done < documents; done += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, () => touchOne(server)))
  }
  await pause(unloadMs)
}

async function touchOne(server: BenchServer): Promise<void> {
  const crowd = await Crowd.join(server, 2, 1)
  crowd.edit(0)
  await crowd.drained()
  crowd.leave()
}
