import { readFileSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ideas } from '../../shared/tools/ideas/collections'
import { BoardWriter, keepWriting, numbersIn, openPeopled, readFromDisk } from '../support/board-writers'
import { BuiltServer } from '../support/built-server'
import { figures } from '../support/figures'
import { type Connection, until } from '../support/server'
import { size } from '../support/sizes'

const restores = size(1, 50)
const patienceMs = 20_000
const epochCode = 4410
const connections = new Set<Connection>()
let server: BuiltServer | undefined

afterEach(async () => {
  for (const connection of connections) connection.destroy()
  await server?.remove()
  server = undefined
})

function epochOf(file: string, room: string): number {
  const db = new Sqlite(file, { readonly: true })
  const epoch = Number(db.prepare('select epoch from rooms where name = ?').pluck().get(room))
  db.close()
  return epoch
}

describe('a back-up that is made while ten people write', () => {
  it('is asked for with the commands that the help names', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8'))
    expect([scripts.backup, scripts.restore]).toEqual(['node server/start.mjs backup', 'node server/start.mjs restore'])
  })

  it('T19 is brought back as it stood at its moment, and older replicas are refused and double nothing', {
    timeout: restores * 60_000,
  }, async () => {
    const running = await BuiltServer.start()
    server = running
    const { dataDir } = running
    const workshop = await openPeopled(running.origin, 10, connections)
    const tookMs: number[] = []
    let stale = 0
    for (let restore = 0; restore < restores; restore++) {
      const epoch = epochOf(path.join(dataDir, 'convene.sqlite'), workshop.board) || 1
      const params = { epoch: String(epoch) }
      const writers = workshop.people.map((person) => new BoardWriter(person.connect(workshop.board, { params }), person.participantId))
      const stop = keepWriting(writers, 20)
      await until(() => writers.every(({ acknowledged }) => acknowledged > 20), 'some edits', patienceMs)

      const file = path.join(dataDir, `kept-${restore}.sqlite`)
      const atLeast = writers.map(({ acknowledged }) => acknowledged)
      const beganMs = performance.now()
      expect(await running.command('backup', file)).toMatchObject({ code: 0, output: expect.stringMatching(/^Backed up 1 workshop with/) })
      tookMs.push(performance.now() - beganMs)
      const atMost = writers.map(({ written }) => written)
      await until(() => writers.every(({ acknowledged }, index) => acknowledged > (atMost[index] ?? 0)), 'later edits', patienceMs)
      stop()

      expect((await running.command('restore', file)).output).toMatch(/in use by another Convene/)
      await running.halt()
      expect(await running.command('restore', file)).toMatchObject({ code: 0, output: expect.stringMatching(/^Restored 1 workshop with/) })
      const [cut] = await readFromDisk(dataDir, [workshop.board])
      const numbers = cut ? numbersIn(cut) : new Map<string, number>()
      for (const [index, { noteId }] of writers.entries()) {
        expect(numbers.get(noteId)).toBeGreaterThanOrEqual(atLeast[index] ?? 0)
        expect(numbers.get(noteId)).toBeLessThanOrEqual(atMost[index] ?? 0)
      }

      await running.restart()
      await until(() => writers.every(({ connection }) => connection.closed === epochCode), 'the older replicas to be refused', patienceMs)
      stale += writers.length
      for (const { connection } of writers) connection.destroy()
      const fresh = workshop.people[0]?.connect(workshop.board)
      await fresh?.synced()
      const [now] = await readFromDisk(dataDir, [workshop.board])
      for (const doc of [fresh?.doc, now]) {
        expect(doc?.getMap(ideas.name).toJSON()).toEqual(cut?.getMap(ideas.name).toJSON())
        expect(doc && Y.encodeStateVector(doc)).toEqual(cut && Y.encodeStateVector(cut))
      }
      fresh?.destroy()
      expect(epochOf(path.join(dataDir, 'convene.sqlite'), workshop.board)).toBeGreaterThan(epoch)
    }
    figures('T19', { restores, 'back-up ms': Math.max(...tookMs), 'older replicas refused': stale, doubled: 0 })
  })
})
