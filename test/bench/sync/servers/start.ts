import { startConvene } from './convene'
import { startHocuspocus } from './hocuspocus'
import { startRelay } from './relay'
import type { BenchServer, ServerName, StartOptions } from './server'
import { startYWebsocket } from './y-websocket'

const starters: Readonly<Record<ServerName, (options: StartOptions) => Promise<BenchServer>>> = {
  convene: startConvene,
  hocuspocus: startHocuspocus,
  'y-websocket': (options) => startYWebsocket('memory', options),
  'y-leveldb': (options) => startYWebsocket('leveldb', options),
  relay: startRelay,
}

/** Starts one of the servers under test with data of its own. */
export function startServer(name: ServerName, options: StartOptions): Promise<BenchServer> {
  return starters[name](options)
}
