import type { Server } from 'node:http'
import type { Logger } from 'pino'
import type { Actor } from '../../shared/access/actor'
import type { RoomRight } from '../../shared/access/room-rights'
import { parseRoomName, type RoomName, recordRoom } from '../../shared/sync/room-name'
import type { ToolDefinition } from '../../shared/tools/tool'
import { commitsInThread } from '../storage/commit-thread'
import type { Store } from '../storage/database'
import { commitsInPlace } from '../storage/group-commit'
import { snapshotsInPlace, snapshotsInThread } from '../storage/snapshot-maker'
import { createUpdateLog, type UpdateLog } from '../storage/update-log'
import { Writer, type WriterHealth } from '../storage/writer'
import type { ServerContext, ServerTool } from '../tools/server-tool'
import { type Backplane, singleNode } from './backplane'
import { Compactor } from './compactor'
import type { Door } from './door'
import { attachSync } from './endpoint'
import { createGoverned } from './governed'
import { RoomHub } from './hub'
import { Meter } from './meter'
import { Timers } from './timers'
import type { Visitors } from './visitors'
import { createRoomRules } from './workshop-state'

/** What the composition root hands in. */
export interface SyncOptions {
  readonly store: Store
  /** The shared sides of all tools: roots, schemas, rules. */
  readonly definitions: readonly ToolDefinition[]
  /** Absolute origin for links. */
  readonly origin: string
  readonly log: Logger
  /** Other nodes on the same database; none by default. */
  readonly backplane?: Backplane
  /** Whether threads of their own write updates and roll up logs, so that no room waits for the disk or a large document. */
  readonly inThreads?: boolean
  /** Stands in for the SQL log in tests. */
  readonly updateLog?: UpdateLog
}

/** Documents, sockets and governed acts of one process. */
export interface Sync {
  /** For the tools. */
  readonly context: ServerContext
  readonly hub: RoomHub
  readonly compactor: Compactor
  readonly meter: Meter
  /** Serves `/sync/...` on a server's upgrades, and tells `visitors` who comes and goes. */
  attach(server: Pick<Server, 'on'>, door: Door, visitors?: Visitors): void
  /** Names the tools that hear facts and commits; call once, after they were made with `context`. */
  bind(tools: Iterable<ServerTool>): void
  /** The participant as the record has them now; undefined when removed or unknown. Loads the record if need be. */
  actor(workshopId: string, participantId: string): Promise<Actor | undefined>
  /** The right on a room now. */
  rightIn(actor: Actor, room: RoomName): Promise<RoomRight>
  epoch(room: RoomName): Promise<number>
  readonly health: WriterHealth
  /** Tells every socket, writes what is pending, lets go. The store stays open. */
  close(): Promise<void>
}

/** What a restart may wait for, so that everybody who comes back at once finds short logs. */
const rollUpMs = 2_000

/** Composes the document side of the server. */
export function openSync(options: SyncOptions): Sync {
  const { store, definitions, log: logger, backplane = singleNode } = options
  const log = options.updateLog ?? createUpdateLog(store.reading)
  const meter = new Meter()
  const commits = options.inThreads ? commitsInThread(store.file) : commitsInPlace(store, log)
  const writer = new Writer(store, log, commits, (tookMs) => meter.commit(tookMs))
  const snapshots = options.inThreads ? snapshotsInThread() : snapshotsInPlace
  const compactor = new Compactor({ log, writer, snapshots, logger })
  const timers = new Timers(logger)
  let tools: readonly ServerTool[] = []
  const rules = createRoomRules({ hub: () => hub, definitions })
  const hub: RoomHub = new RoomHub({
    store,
    log,
    writer,
    rules,
    compactor,
    meter,
    logger,
    committed: (room, senders) => {
      backplane.ring(room)
      for (const tool of tools) {
        try {
          tool.committed?.(room, senders)
        } catch (err) {
          logger.error({ err, room }, 'a tool failed after a commit')
        }
      }
    },
  })
  const now = () => Date.now()
  const { governed, readDoc } = createGoverned({ hub, log, writer, tools: () => tools, now, scrub: () => store.scrub() })
  const context: ServerContext = {
    governed,
    readDoc,
    async stateAt(room, atMs) {
      const updates = await log.loadAt(room, atMs)
      return updates && snapshots.make(updates)
    },
    db: store.reading,
    now,
    at: (atMs, task) => timers.at(atMs, task),
    origin: options.origin,
  }
  return {
    context,
    hub,
    compactor,
    meter,
    attach: (server, door, visitors) => attachSync(server, door, { hub, rules, logger, visitors }),
    bind(bound) {
      tools = [...bound]
    },
    async actor(workshopId, participantId) {
      await hub.open(recordRoom(workshopId))
      return rules.person(workshopId, participantId)?.actor
    },
    async rightIn(actor, room) {
      const ref = parseRoomName(room)
      if (!ref) return 'none'
      await hub.open(recordRoom(ref.workshopId))
      return rules.access(ref, actor).right
    },
    async epoch(room) {
      return (await log.head(room)).epoch
    },
    get health() {
      return writer.health
    },
    async close() {
      timers.close()
      hub.closeSessions()
      await writer.flush()
      hub.rollUp()
      await Promise.race([compactor.idle(), new Promise((resolve) => setTimeout(resolve, rollUpMs).unref())])
      await compactor.close()
      await writer.close()
      hub.close()
      meter.close()
      await backplane.close()
    },
  }
}
