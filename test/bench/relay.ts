import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** The cheapest thing that could carry edits: every frame to everybody else, nothing checked, nothing kept. */
export async function startRelay() {
  const http = createServer()
  const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
  sockets.on('connection', (socket) => {
    socket.on('message', (frame: Buffer) => {
      for (const other of sockets.clients) if (other !== socket && other.readyState === WebSocket.OPEN) other.send(frame)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo // a listening TCP server has one
  const providers: WebsocketProvider[] = []

  return {
    async connect(): Promise<Y.Doc> {
      const doc = new Y.Doc()
      // ws offers the same interface as the browser's WebSocket.
      const WebSocketPolyfill = WebSocket as unknown as typeof globalThis.WebSocket
      const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, 'board', doc, { disableBc: true, WebSocketPolyfill })
      providers.push(provider)
      await new Promise<void>((resolve) => {
        provider.on('status', ({ status }) => {
          if (status === 'connected') resolve()
        })
      })
      return doc
    },
    async stop(): Promise<void> {
      for (const provider of providers) provider.destroy()
      for (const socket of sockets.clients) socket.terminate()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}
