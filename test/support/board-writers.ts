import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type * as Y from 'yjs'
import { databaseFile, openStore } from '../../server/storage/database'
import { documentOf } from '../../server/storage/snapshot'
import { createUpdateLog } from '../../server/storage/update-log'
import { toolMigrations } from '../../server/tools/migrations'
import { newId } from '../../shared/doc/ids'
import { frameType } from '../../shared/sync/frames'
import { boardRoom } from '../../shared/sync/room-name'
import { ideas } from '../../shared/tools/ideas/collections'
import { type Connection, createDevice, type Device, until } from './server'

/** How long our client waits at most before it tries again. */
const reconnectJitterMs = 3_000

/** A workshop of a running server, with everybody's own device. */
export interface PeopledWorkshop {
  readonly workshopId: string
  readonly board: string
  readonly people: readonly (Device & { readonly participantId: string })[]
}

/** Opens a workshop on a server in another process; the host is the first of the people. */
export async function openPeopled(origin: string, count: number, connections: Set<Connection>): Promise<PeopledWorkshop> {
  const host = createDevice(origin, connections)
  const agenda = { steps: [{ title: 'What do we see?', minutes: 10, tool: 'ideas' }] }
  const { body } = await host.post('/api/workshops', { title: 'A long day', agenda, host: { name: 'Hanna Host' } })
  const people = [Object.assign(host, { participantId: String(body.participantId) })]
  for (let index = 1; index < count; index++) {
    const device = createDevice(origin, connections)
    const joined = await device.post(`/api/workshops/${body.workshopId}/join`, { code: body.joinCode, name: `Person ${index}` })
    people.push(Object.assign(device, { participantId: String(joined.body.participantId) }))
  }
  return { workshopId: body.workshopId, board: boardRoom(body.workshopId), people }
}

/** Somebody who counts up in a note of their own, and remembers how far the server has said that it is saved. */
export class BoardWriter {
  readonly connection: Connection
  readonly noteId = newId('idea')
  /** The last number written. */
  written = 0
  /** The last number that the server acknowledged. */
  acknowledged = 0
  /** What each frame of the present socket brought, by its count. */
  readonly #carried = new Map<number, number>()

  constructor(connection: Connection, authorId: string) {
    this.connection = connection
    const { doc, provider } = connection
    ideas.put(
      doc,
      ideas.schema.parse({
        id: this.noteId,
        promptId: 'prompt_long',
        text: '0',
        kind: 'idea',
        authorId,
        clusterId: null,
        order: 'a0',
        createdAtMs: 0,
      }),
    )
    const count = provider.messageHandlers[frameType.saved]
    provider.messageHandlers[frameType.saved] = (...message) => {
      count?.(...message)
      for (const [frame, number] of this.#carried) if (frame <= connection.saved) this.acknowledged = Math.max(this.acknowledged, number)
    }
    provider.on('status', () => this.#carried.clear())
    provider.on('connection-close', () => {
      provider.wsUnsuccessfulReconnects = 30
      provider.maxBackoffTime = Math.random() * reconnectJitterMs
    })
  }

  write(): void {
    const before = this.connection.sent
    this.written += 1
    ideas.patch(this.connection.doc, this.noteId, { text: String(this.written) })
    if (this.connection.sent > before) this.#carried.set(this.connection.sent, this.written)
  }
}

/** How far each writer's note has got in a document. */
export function numbersIn(doc: Y.Doc): ReadonlyMap<string, number> {
  return new Map(ideas.all(doc).map(({ id, text }) => [id, Number(text)]))
}

/** How far anybody but the writer has seen the writer's note. */
export function seenByOthers(writers: readonly BoardWriter[]): readonly number[] {
  const seen = writers.map(({ connection }) => numbersIn(connection.doc))
  return writers.map((writer) =>
    Math.max(0, ...seen.map((numbers, reader) => (writers[reader] === writer ? 0 : (numbers.get(writer.noteId) ?? 0)))),
  )
}

/** Has everybody write until the returned function is called. */
export function keepWriting(writers: readonly BoardWriter[], everyMs: number): () => void {
  const writing = setInterval(() => {
    for (const writer of writers) writer.write()
  }, everyMs)
  return () => clearInterval(writing)
}

/** Reads rooms from a data folder as a server would after a crash, without touching the folder. */
export async function readFromDisk(dataDir: string, rooms: readonly string[]): Promise<readonly Y.Doc[]> {
  const copy = mkdtempSync(path.join(tmpdir(), 'convene-read-'))
  for (const suffix of ['', '-wal']) {
    const file = databaseFile(dataDir) + suffix
    if (existsSync(file)) cpSync(file, databaseFile(copy) + suffix)
  }
  const store = await openStore(copy, toolMigrations)
  try {
    const log = createUpdateLog(store.reading)
    return await Promise.all(rooms.map(async (room) => documentOf((await log.load(room)).updates)))
  } finally {
    await store.close()
    rmSync(copy, { recursive: true, force: true })
  }
}

/** Waits until everybody's document holds the same, all of it saved. */
export async function settled(connections: readonly Connection[], withinMs: number): Promise<void> {
  const state = ({ doc }: Connection) =>
    JSON.stringify(Object.entries(doc.getMap(ideas.name).toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)))
  await until(() => connections.every(({ provider, saved, sent }) => provider.synced && saved >= sent), 'everything to be saved', withinMs)
  await until(() => new Set(connections.map(state)).size === 1, 'equal documents', withinMs)
}
