import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { z } from 'zod'
import { openStore, type Store } from '../../server/storage/database'
import { createUpdateLog, type UpdateLog } from '../../server/storage/update-log'
import { openSync, type Sync } from '../../server/sync/sync'
import type { ServerTool } from '../../server/tools/server-tool'
import { type ParticipantId, type Role, WorkshopId } from '../../shared/access/actor'
import { defineCollection } from '../../shared/doc/collection'
import { type Id, newId } from '../../shared/doc/ids'
import { limits } from '../../shared/sync/limits'
import { recordRoom } from '../../shared/sync/room-name'
import type { ToolDefinition } from '../../shared/tools/tool'
import { locks, participants } from '../../shared/workshop/collections'
import { type Connection, type ConnectOptions, connect } from './server'

/** A note of the stand-in tool. */
export const notes = defineCollection('notes', z.object({ id: z.string(), text: z.string().max(100), authorId: z.string().optional() }))
/** Unrevealed notes of the stand-in tool. */
export const secrets = defineCollection('secrets', z.object({ id: z.string(), text: z.string() }))
/** Comments of the stand-in tool. */
export const remarks = defineCollection('remarks', z.object({ id: z.string(), text: z.string() }))
/** Wordings of the stand-in tool, in `record`. */
export const wordings = defineCollection('wordings', z.object({ id: z.string(), state: z.enum(['open', 'locked', 'adopted', 'retired']) }))

/** A note of this text makes the stand-in tool fail. */
export const faultyText = 'a fault, please'

/** A tool just large enough to have every kind of root and rule. */
export const standInTool: ToolDefinition = {
  id: 'ideas',
  label: 'Notes',
  board: [notes],
  record: [wordings],
  private: [secrets],
  comments: [remarks],
  contract: {},
  problems: {},
  outline: () => [],
  progress: () => ({ done: 0, total: 0, summary: '' }),
  describe: () => undefined,
  draftState: (record, id) => wordings.get(record, id)?.state,
  check(actor, { change, before, after }) {
    if ((after as { text?: string } | undefined)?.text === faultyText) throw new Error('a fault of the tool')
    const { authorId = actor.id } = (before ?? {}) as { authorId?: string }
    return change !== 'edited' || authorId === actor.id ? undefined : 'Only its author may change this note.'
  },
}

export interface SyncServer {
  readonly sync: Sync
  readonly store: Store
  readonly dataDir: string
  readonly origin: string
  readonly workshopId: Id<'ws'>
  /** Lets somebody in with a role; also changes it later. */
  admit(name: string, role?: Role): Promise<ParticipantId>
  change(id: ParticipantId, change: { role?: Role; removed?: boolean }): Promise<void>
  lock(tool: 'ideas' | 'drafts', on: boolean): Promise<void>
  /** A document of the workshop, `board` for example, through the stock provider. */
  connect(who: ParticipantId, room: string, options?: ConnectOptions): Connection
  close(): Promise<void>
}

export interface SyncServerOptions {
  /** Wraps the log, to watch or to break it. */
  readonly wrapLog?: (log: UpdateLog) => UpdateLog
  readonly tools?: readonly ServerTool[]
  readonly dataDir?: string
  readonly workshopId?: Id<'ws'>
  /** Refusals of one device before it is kept away; nearly no end of them when absent, for tests that attack. */
  readonly refusals?: number
}

/** The document side of the server with a stand-in tool; a cookie names the participant outright. */
export async function startSyncServer(options: SyncServerOptions = {}): Promise<SyncServer> {
  Object.assign(limits, { refusals: options.refusals ?? 1_000_000_000 })
  const dataDir = options.dataDir ?? (await mkdtemp(path.join(tmpdir(), 'convene-sync-')))
  const store = await openStore(dataDir, [])
  const log = createUpdateLog(store.reading)
  const sync = openSync({
    store,
    definitions: [standInTool],
    origin: 'http://test',
    log: pino({ level: 'silent' }),
    updateLog: options.wrapLog?.(log) ?? log,
  })
  sync.bind(options.tools ?? [])
  const server = createServer()
  const seatOf = (cookie = '') => /seat=(p_\w+)/.exec(cookie)?.[1] as ParticipantId | undefined
  sync.attach(server, {
    originAllowed: (request) => request.headers.origin === 'http://test',
    deviceOf: async (request) => seatOf(request.headers.cookie),
    participantOf: async (request, id) => (id === workshopId ? seatOf(request.headers.cookie) : undefined),
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const workshopId = options.workshopId ?? (WorkshopId.parse(newId('ws')) as Id<'ws'>)
  const connections = new Set<Connection>()
  const record = recordRoom(workshopId)
  const write = (change: (doc: import('yjs').Doc) => void) =>
    sync.context.governed(workshopId, async () => ({ result: undefined, writes: [{ room: record, write: change }] }))
  return {
    sync,
    store,
    dataDir,
    origin,
    workshopId,
    async admit(name, role = 'contributor') {
      const id = newId('p') as ParticipantId
      await write((doc) => participants.put(doc, { id, name, role, colour: 3, joinedAtMs: 0 }))
      return id
    },
    change: (id, change) => write((doc) => participants.patch(doc, id, change)),
    lock: (tool, on) => write((doc) => (on ? locks.put(doc, { id: tool, byName: 'Hanna', atMs: 0 }) : locks.remove(doc, tool))),
    connect: (who, room, connectOptions) =>
      connect(origin, `${workshopId}/${room}`, `seat=${who}`, connections, { origin: 'http://test', ...connectOptions }),
    async close() {
      for (const connection of connections) connection.destroy()
      await sync.close()
      await new Promise((resolve) => server.close(resolve))
      await store.close()
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true })
    },
  }
}
