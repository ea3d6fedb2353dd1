// The cheapest thing that could carry edits: every frame to everybody else in the room, nothing checked, nothing kept.
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'

const rooms = new Map()
const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })
sockets.on('connection', (socket, { url }) => {
  const room = rooms.get(url) ?? new Set()
  rooms.set(url, room.add(socket))
  socket.on('error', () => {})
  socket.on('message', (frame) => {
    for (const other of room) if (other !== socket && other.readyState === other.OPEN) other.send(frame)
  })
  socket.on('close', () => {
    room.delete(socket)
    if (room.size === 0) rooms.delete(url)
  })
})
http.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write(`listening on http://127.0.0.1:${http.address().port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
