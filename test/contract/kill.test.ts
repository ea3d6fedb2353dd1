import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { type Connection, connect } from '../support/server'
import { notes } from '../support/sync-server'

interface Ready {
  readonly origin: string
  readonly workshopId: string
  readonly people: readonly string[]
}

const root = path.join(import.meta.dirname, '..', '..')
const children = new Set<ChildProcess>()
const connections = new Set<Connection>()
let dataDir: string

async function startChild(workshopId = ''): Promise<Ready & { kill(): Promise<void> }> {
  const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  // The loader, not the command line: the process that is killed must be the one that writes.
  const child = spawn(
    process.execPath,
    ['--import', tsx.replace('cli.mjs', 'loader.mjs'), 'test/support/sync-process.ts', dataDir, workshopId],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.add(child)
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return {
    ...(JSON.parse(line) as Ready),
    async kill() {
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
      children.delete(child)
    },
  }
}

afterEach(async () => {
  for (const connection of connections) connection.destroy()
  for (const child of children) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

describe('a server that is killed while five people write', () => {
  it('has every update that any of them saw as saved', { timeout: 60_000 }, async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'convene-kill-'))
    let server = await startChild()
    const { workshopId, people } = server
    const join = (person: string) => connect(server.origin, `${workshopId}/board`, `seat=${person}`, connections, { origin: 'http://test' })
    const acknowledged = new Set<string>()
    for (let round = 0; round < 2; round++) {
      const writers = people.map(join)
      await Promise.all(writers.map((writer) => writer.synced()))
      // What each frame carried, in the order in which it was sent; a first SyncStep2 carries nothing.
      const sent = writers.map(() => [''])
      const deadline = performance.now() + 500 + round * 330
      for (let n = 0; performance.now() < deadline; n++) {
        for (const [i, writer] of writers.entries()) {
          const id = `r${round}-w${i}-${n}`
          notes.put(writer.doc, { id, text: 'x' })
          sent[i]?.push(id)
        }
        await new Promise((resolve) => setTimeout(resolve, 6))
      }
      await server.kill()
      for (const [i, writer] of writers.entries()) {
        for (const id of sent[i]?.slice(1, writer.lastSaved) ?? []) acknowledged.add(id)
        writer.destroy()
      }
      server = { ...(await startChild(workshopId)), people }
    }
    expect(acknowledged.size).toBeGreaterThan(100)
    const reader = join(people[0] ?? '')
    await reader.synced()
    const kept = new Set(notes.all(reader.doc).map((note) => note.id))
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  })
})
