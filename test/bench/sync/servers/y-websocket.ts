import { PinnedProcess } from './pinned-process'
import { type BenchServer, plainRoom, type StartOptions } from './server'

/** The reference server, in memory or with LevelDB. */
export async function startYWebsocket(store: 'memory' | 'leveldb', options: StartOptions): Promise<BenchServer> {
  const isKept = store === 'leveldb'
  const process = await PinnedProcess.start('test/bench/peers/y-websocket.mjs', { PERSIST: isKept ? '1' : '0' }, options)
  return {
    name: isKept ? 'y-leveldb' : 'y-websocket',
    holdsDocuments: true,
    keepsDocuments: isKept,
    process,
    openRoom: async (people) => plainRoom(process.origin, people),
  }
}
