import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { databaseFile } from '../../server/storage/database'
import { BoardWriter, keepWriting, numbersIn, openPeopled, readFromDisk, seenByOthers, settled } from '../support/board-writers'
import { BuiltServer } from '../support/built-server'
import { figures } from '../support/figures'
import { type Connection, until } from '../support/server'
import { size } from '../support/sizes'

const times = size(1, 3)
const patienceMs = 20_000
const connections = new Set<Connection>()
let server: BuiltServer | undefined
let undo: (() => void) | undefined

afterEach(async () => {
  for (const connection of connections) connection.destroy()
  undo?.()
  await server?.remove()
  server = undefined
})

/** A way to take a running server's store away and to give it back. */
interface Outage {
  begin(running: BuiltServer): void
  end(running: BuiltServer): void
}

/** The operating system refuses to let any file of the server grow. */
const ioError: Outage = {
  begin: ({ pid }) => void execFileSync('prlimit', ['--pid', String(pid), '--fsize=1024:unlimited']),
  end: ({ pid }) => void execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited:unlimited']),
}

/** Another program holds the database for longer than the server is ready to wait. */
function busy(): Outage {
  let holder: Sqlite.Database | undefined
  return {
    begin({ dataDir }) {
      holder = new Sqlite(databaseFile(dataDir))
      holder.exec('begin immediate')
    },
    end() {
      holder?.close()
    },
  }
}

/** A disk of a few megabytes with nothing left on it. */
const fullDisk: Outage = {
  begin({ dataDir }) {
    const rest = path.join(dataDir, 'something-else')
    for (let bytes = 1024 * 1024; bytes >= 512; bytes /= 2) fill(rest, bytes)
  },
  end: ({ dataDir }) => rmSync(path.join(dataDir, 'something-else')),
}

function fill(file: string, bytes: number): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
  } catch (cause) {
    if ((cause as { code?: string }).code !== 'ENOSPC') throw cause
  }
}

/** A folder on a small disk of its own; undefined where this machine does not let us have one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'convene-small-'))
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder])
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    return undefined
  }
  undo = () => {
    spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
    undo = undefined
  }
  return folder
}

const can = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const canLimit = can('prlimit', '--version')
const disk = smallDisk()
undo?.()

async function isReady({ origin }: BuiltServer): Promise<readonly [number, string]> {
  const answer = await fetch(`${origin}/readyz`)
  return [answer.status, await answer.text()]
}

async function survive(outage: Outage, dataDir?: string): Promise<void> {
  server = await BuiltServer.start({}, dataDir)
  const running = server
  const workshop = await openPeopled(running.origin, 5, connections)
  const writers = workshop.people.map((person) => new BoardWriter(person.connect(workshop.board), person.participantId))
  const lines = writers.map(({ connection }) => connection)
  await Promise.all(lines.map((line) => line.allSaved()))
  const stop = keepWriting(writers, 40)
  const [host] = workshop.people
  for (let time = 0; time < times; time++) {
    await until(() => writers.every(({ acknowledged }) => acknowledged > 5), 'some edits', patienceMs)
    outage.begin(running)
    const beganMs = performance.now()
    await until(async () => (await isReady(running))[0] === 503, 'the fault to be said', patienceMs)
    const saidMs = performance.now() - beganMs
    expect((await isReady(running))[1]).toBe('not ready')
    const before = writers.map(({ acknowledged }) => acknowledged)
    const seen = seenByOthers(writers)
    const act = await host?.post(`/api/workshops/${workshop.workshopId}/summon`)
    expect(act).toMatchObject({ status: 503, body: { code: 'store/unavailable' } })
    expect(writers.map(({ acknowledged }) => acknowledged)).toEqual(before)
    expect(seenByOthers(writers)).toEqual(seen)
    const [stored] = await readFromDisk(running.dataDir, [workshop.board])
    const kept = stored ? numbersIn(stored) : new Map<string, number>()
    for (const [index, { noteId }] of writers.entries())
      expect(kept.get(noteId)).toBeGreaterThanOrEqual(Math.max(before[index] ?? 0, seen[index] ?? 0))
    outage.end(running)
    const endedMs = performance.now()
    await until(async () => (await isReady(running))[0] === 200, 'the server to go on', patienceMs)
    await until(() => writers.every(({ acknowledged }, index) => acknowledged > (before[index] ?? 0)), 'edits to be saved', patienceMs)
    figures('T3', { 'said after ms': saidMs, 'saving again after ms': performance.now() - endedMs })
    expect((await host?.post(`/api/workshops/${workshop.workshopId}/summon`))?.status).toBe(200)
  }
  stop()
  await settled(lines, patienceMs)
  const [stored] = await readFromDisk(running.dataDir, [workshop.board])
  expect(writers.map(({ noteId }) => stored && numbersIn(stored).get(noteId))).toEqual(writers.map(({ written }) => written))
}

describe('a running server whose store goes away', { timeout: times * 60_000 }, () => {
  it.runIf(canLimit)('T3 promises nothing while no file may grow, says so, and goes on by itself', () => survive(ioError))

  it('T3 promises nothing while another program holds the database, says so, and goes on by itself', () => survive(busy()))

  it.runIf(disk)('T3 promises nothing while the disk is full, says so, and goes on by itself', () => survive(fullDisk, smallDisk()))
})
