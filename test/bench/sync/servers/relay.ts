import { PinnedProcess } from './pinned-process'
import { type BenchServer, plainRoom, type StartOptions } from './server'

/** A bare relay: it holds nothing, so it knows no sync. */
export async function startRelay(options: StartOptions): Promise<BenchServer> {
  const process = await PinnedProcess.start('test/bench/peers/relay.mjs', {}, options)
  return {
    name: 'relay',
    holdsDocuments: false,
    keepsDocuments: false,
    process,
    openRoom: async (people) => plainRoom(process.origin, people),
  }
}
