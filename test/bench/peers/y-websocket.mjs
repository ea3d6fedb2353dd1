// The reference server of y-websocket; with PERSIST=1 every update also goes to LevelDB.
import { createServer } from 'node:http'
import { join } from 'node:path'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { LeveldbPersistence } from 'y-leveldb'
import * as Y from 'yjs'

const store = process.env.PERSIST === '1' ? new LeveldbPersistence(join(process.env.DATA_DIR, 'level')) : undefined
if (store) keepIn(store)

const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, request) => {
  socket.on('error', () => {})
  setupWSConnection(socket, request)
})
http.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${http.address().port}\n`)
})
process.on('SIGTERM', async () => {
  // Waits for what is on its way to disk.
  await store?.destroy()
  process.exit(0)
})

/** Binds documents to the store in the order in which the reference server does. */
function keepIn(store) {
  setPersistence({
    provider: store,
    async bindState(name, doc) {
      const stored = await store.getYDoc(name)
      store.storeUpdate(name, Y.encodeStateAsUpdate(doc))
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored))
      doc.on('update', (update) => store.storeUpdate(name, update))
    },
    async writeState() {},
  })
}
