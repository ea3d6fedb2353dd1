import { AsyncLocalStorage } from 'node:async_hooks'
import type * as Y from 'yjs'
import { problem } from '../../shared/sync/problems'
import { type RoomName, recordRoom } from '../../shared/sync/room-name'
import { storeBindings } from '../storage/bindings'
import { appendLedger } from '../storage/hash-chain'
import type { UpdateLog } from '../storage/update-log'
import type { Writer } from '../storage/writer'
import type { DocWrite, Effects, ServerContext, ServerTool, Tx } from '../tools/server-tool'
import type { RoomHub } from './hub'
import type { Proposed } from './live-document'
import type { Room } from './room'

/** What a governed act needs. */
export interface GovernedServices {
  readonly hub: RoomHub
  readonly log: UpdateLog
  readonly writer: Writer
  tools(): Iterable<ServerTool>
  now(): number
  /** Leaves nothing of deleted rows in the write-ahead log. */
  scrub(): void
}

/** A room's update within an act: on disk with it, seen after it. */
interface RoomWrite extends Proposed {
  readonly room: Room
}

type Governed = Pick<ServerContext, 'governed' | 'readDoc'>

/** Makes the two ways in which tools touch documents: acts that commit whole, and reading. */
export function createGoverned(services: GovernedServices): Governed {
  const { hub, writer } = services
  const running = new AsyncLocalStorage<string>()

  async function governed<T>(workshopId: string, act: (tx: Tx) => Promise<Effects<T>>): Promise<T> {
    if (running.getStore() !== undefined) throw new Error('a governed act may not start another one')
    let used: Room[] = []
    const performed = writer.act({
      workshopId,
      begin: () => hub.hold(workshopId),
      run: (tx) =>
        running.run(workshopId, async () => {
          await hub.rebuilt(workshopId)
          const effects = await act(tx)
          const writes = [...(effects.writes ?? []), ...(await heard(tx, workshopId, effects, services.tools()))]
          used = await openRooms(hub, writes)
          const proposed = propose(used, writes)
          await storeBindings(
            tx,
            proposed.flatMap(({ bindings }) => bindings),
          )
          await services.log.append(
            tx,
            proposed.map(({ room, update }) => ({ workshopId: room.ref.workshopId, room: room.name, update })),
          )
          for (const { room, state } of effects.restarts ?? []) await services.log.restart(tx, workshopId, room, state)
          if (effects.ledger?.length) await appendLedger(tx, workshopId, effects.ledger, services.now())
          return { result: effects.result, proposed, scrub: effects.scrub, restarts: effects.restarts ?? [] }
        }),
      settle: ({ proposed, scrub, restarts }) => {
        if (scrub) services.scrub()
        for (const { room, update } of proposed) room.adopt(update, 'governed')
        for (const { room } of restarts) hub.restart(room)
        const record = recordRoom(workshopId)
        if (proposed.some(({ room }) => room.name === record)) hub.recheck(workshopId)
      },
      failed: () => {
        for (const room of used) room.document.abandon()
      },
      end: () => hub.release(workshopId),
    })
    const committed = await performed.catch((cause: unknown) => {
      throw isStoreFault(cause) ? problem('store/unavailable', {}, { cause }) : cause
    })
    return committed.result
  }

  async function readDoc<T>(name: RoomName, read: (doc: Y.Doc) => T): Promise<T> {
    const room = await hub.open(name)
    // Inside an act the rooms are held and what they have applied is part of the act's transaction.
    return running.getStore() === room.ref.workshopId ? read(room.document.doc) : room.read(read)
  }

  return { governed, readDoc }
}

/** Whether the database itself refused: full, read-only, unreadable, busy for too long. */
function isStoreFault(cause: unknown): boolean {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^SQLITE_(FULL|IOERR|READONLY|BUSY|CANTOPEN|CORRUPT|NOMEM)/.test(code)
}

async function heard(tx: Tx, workshopId: string, effects: Effects<unknown>, tools: Iterable<ServerTool>): Promise<DocWrite[]> {
  const writes: DocWrite[] = []
  for (const fact of effects.facts ?? []) {
    for (const tool of tools) writes.push(...((await tool.hear?.(tx, workshopId, fact)) ?? []))
  }
  return writes
}

function openRooms(hub: RoomHub, writes: readonly DocWrite[]): Promise<Room[]> {
  return Promise.all([...new Set(writes.map(({ room }) => room))].map((name) => hub.open(name)))
}

function propose(rooms: readonly Room[], writes: readonly DocWrite[]): RoomWrite[] {
  const proposed: RoomWrite[] = []
  for (const room of rooms) {
    const own = writes.filter((write) => write.room === room.name)
    const change = room.propose(own, 'governed')
    if (change) proposed.push({ room, ...change })
  }
  return proposed
}
