import { afterEach, beforeEach, expect, it } from 'vitest'
import { limits } from '../../../shared/sync/limits'
import { boardRoom } from '../../../shared/sync/room-name'
import { figures } from '../../support/figures'
import { heldBytes } from '../../support/memory'
import { RawLine } from '../../support/raw-line'
import { until } from '../../support/server'
import { type SyncServer, startSyncServer } from '../../support/sync-server'

const before = { ...limits }
let server: SyncServer
beforeEach(async () => {
  Object.assign(limits, { slowReaderMs: 0, socketsPerParticipant: 1_000 })
  server = await startSyncServer()
})
afterEach(async () => {
  await server.close()
  Object.assign(limits, before)
})

const chunkBytes = 256 * 1024
const chunks = 40

it('T9 twenty of fifty readers who stop reading are closed as slow; the other thirty get everything, and memory stays flat', {
  timeout: 60_000,
}, async () => {
  const ada = await server.admit('Ada')
  const room = boardRoom(server.workshopId)
  const lines = Array.from({ length: 50 }, () => new RawLine(server, 'board', `seat=${ada}`))
  await Promise.all(lines.map((line) => line.opened()))
  for (const line of lines) line.greet()
  await until(() => lines.every((line) => line.has(0, 1)), 'the first sync')
  const [slow, quick] = [lines.slice(0, 20), lines.slice(20)]
  const got = new Map(quick.map((line) => [line, 0]))
  for (const line of lines) {
    line.socket.removeAllListeners('message')
    line.socket.on('message', (message: Buffer) => got.set(line, (got.get(line) ?? 0) + message.byteLength))
  }
  for (const line of slow) line.socket.pause()
  const heldBefore = heldBytes()
  let most = 0
  for (let n = 1; n <= chunks; n++) {
    await server.sync.context.governed(server.workshopId, async () => ({
      result: undefined,
      writes: [{ room, write: (doc) => doc.getMap('notes').set('large', String(n % 10).repeat(chunkBytes)) }],
    }))
    await until(() => quick.every((line) => (got.get(line) ?? 0) >= n * chunkBytes), `chunk ${n}`)
    if (n % 10 === 0) most = Math.max(most, heldBytes() - heldBefore)
  }
  const queued = server.sync.hub.queuedBytes()
  server.sync.hub.keepAlive()
  for (const line of slow) line.socket.resume()
  await until(() => slow.every((line) => line.closed !== undefined), 'the slow ones to go')
  expect(slow.map((line) => line.closed)).toEqual(slow.map(() => 4508))
  expect(quick.map((line) => line.closed)).toEqual(quick.map(() => undefined))
  await until(() => server.sync.hub.countSessions() === 30, 'the sessions to end')
  figures('T9', { 'queued MB': queued / 2 ** 20, 'most grown MB': most / 2 ** 20, 'grown MB': (heldBytes() - heldBefore) / 2 ** 20 })
  // One encoded frame waits for all who are slow, not one for each of the twenty.
  expect(most).toBeLessThan((queued * 3) / 4)
  for (const line of lines) line.end()
})

it('who asks for the whole document again and again is answered a few times at once, then slowly', async () => {
  const ada = await server.admit('Ada')
  const line = new RawLine(server, 'board', `seat=${ada}`)
  await line.opened()
  for (let n = 0; n < 100; n++) line.greet()
  const answers = () => line.received.filter((message) => message[0] === 0 && message[1] === 1).length
  await until(() => answers() >= limits.answersBurst, 'the first answers')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(answers()).toBeLessThan(limits.answersBurst + 3)
  expect(line.closed).toBeUndefined()
  line.end()
})
