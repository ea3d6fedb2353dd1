// Hocuspocus as its own guide sets it up, with documents in an SQLite file.
import { join } from 'node:path'
import { SQLite } from '@hocuspocus/extension-sqlite'
import { Server } from '@hocuspocus/server'

const server = new Server({
  address: '127.0.0.1',
  port: Number(process.env.PORT),
  quiet: true,
  extensions: [new SQLite({ database: join(process.env.DATA_DIR, 'hocuspocus.sqlite') })],
})
await server.listen()
process.stdout.write(`listening on http://127.0.0.1:${server.address.port}\n`)
