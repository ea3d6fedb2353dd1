import { afterEach, describe, expect, it } from 'vitest'
import { BoardWriter, keepWriting, numbersIn, openPeopled, readFromDisk, seenByOthers, settled } from '../support/board-writers'
import { BuiltServer } from '../support/built-server'
import { figures, quantile } from '../support/figures'
import { type Connection, until } from '../support/server'
import { size } from '../support/sizes'

const kills = size(10, 1_000)
const people = 20
const patienceMs = 30_000
// Judged where the machine is free; otherwise only that it ends.
const reconnectLimitMs = size(20_000, 3_000)
const connections = new Set<Connection>()
let server: BuiltServer

afterEach(async () => {
  for (const connection of connections) connection.destroy()
  await server.remove()
})

/** Milliseconds until each line has had its first sync again. */
function timeReconnects(lines: readonly Connection[]): Promise<readonly number[]> {
  return Promise.all(
    lines.map(async ({ provider }) => {
      const startedMs = performance.now()
      await until(() => provider.synced, 'a line to come back', patienceMs)
      return performance.now() - startedMs
    }),
  )
}

describe(`a server that is killed ${kills} times while ${people} people write`, () => {
  it('T1 has every edit that was acknowledged or that anybody else saw, and everybody ends up equal', {
    timeout: kills * 60_000,
  }, async () => {
    server = await BuiltServer.start()
    const workshop = await openPeopled(server.origin, people, connections)
    const writers = workshop.people.map((person) => new BoardWriter(person.connect(workshop.board), person.participantId))
    const lines = writers.map(({ connection }) => connection)
    await Promise.all(lines.map((line) => line.synced()))
    const stop = keepWriting(writers, 33)
    const lost = { acknowledged: 0, seen: 0 }
    const [sinceKill, sinceStart]: [number[], number[]] = [[], []]
    for (let kill = 0; kill < kills; kill++) {
      // Each time another moment of the server's own rhythm.
      await new Promise((resolve) => setTimeout(resolve, 100 + ((kill * 137) % 400)))
      await server.kill()
      const killedMs = performance.now()
      await until(() => lines.every(({ provider }) => !provider.wsconnected), 'the lines to break', patienceMs)
      const promised = writers.map(({ acknowledged }) => acknowledged)
      const seen = seenByOthers(writers)
      const [left] = await readFromDisk(server.dataDir, [workshop.board])
      const kept = left ? numbersIn(left) : new Map<string, number>()
      for (const [index, { noteId }] of writers.entries()) {
        if ((kept.get(noteId) ?? 0) < (promised[index] ?? 0)) lost.acknowledged += 1
        if ((kept.get(noteId) ?? 0) < (seen[index] ?? 0)) lost.seen += 1
      }
      expect(lost).toEqual({ acknowledged: 0, seen: 0 })
      await server.restart()
      const bootMs = performance.now() - killedMs
      for (const ms of await timeReconnects(lines)) {
        sinceStart.push(ms)
        sinceKill.push(ms + bootMs)
      }
    }
    stop()
    await settled(lines, patienceMs)
    const written = writers.reduce((sum, writer) => sum + writer.acknowledged, 0)
    figures('T1', {
      kills,
      'acknowledged edits': written,
      'lost of them': lost.acknowledged,
      'lost of what others saw': lost.seen,
      'reconnect p95 ms, from the new server on': quantile(sinceStart, 0.95),
      'and from the kill on': quantile(sinceKill, 0.95),
    })
    expect(written).toBeGreaterThan(kills * people)
    expect(quantile(sinceStart, 0.95)).toBeLessThanOrEqual(reconnectLimitMs)
  })
})
