import type { Kysely, Transaction } from 'kysely'
import type { RoomName } from '../../shared/sync/room-name'
import type { Database } from './tables'

/** One update of one room, on its way to disk. */
export interface LogEntry {
  readonly workshopId: string
  readonly room: RoomName
  readonly update: Uint8Array
}

/** Where a room's log stands. */
export interface RoomHead {
  /** Changes when the document was restored or rebuilt: older replicas must not merge into it. */
  readonly epoch: number
  /** Sequence number of the last update; 0 for a room that nobody wrote yet. */
  readonly seq: number
}

/** A room's durable updates, in order. */
export interface RoomHistory extends RoomHead {
  readonly updates: readonly Uint8Array[]
}

/** Every document of every workshop, as the sequence of its updates. */
export interface UpdateLog {
  /** Appends in the given order, inside the caller's transaction. */
  append(tx: Transaction<Database>, entries: readonly LogEntry[]): Promise<void>
  load(room: RoomName): Promise<RoomHistory>
  head(room: RoomName): Promise<RoomHead>
  /** Replaces all updates up to `seq` by one that holds the same state. */
  compact(tx: Transaction<Database>, room: RoomName, seq: number, snapshot: Uint8Array): Promise<void>
}

const firstEpoch = 1
/** SQLite binds at most 32 766 variables a statement; a row has four. */
const rowsPerInsert = 500

/** The log in the SQL database. */
export function createUpdateLog(reading: Kysely<Database>): UpdateLog {
  async function head(room: RoomName): Promise<RoomHead> {
    const row = await reading.selectFrom('rooms').select(['epoch', 'head_seq']).where('name', '=', room).executeTakeFirst()
    return { epoch: row?.epoch ?? firstEpoch, seq: row?.head_seq ?? 0 }
  }
  return {
    head,
    async append(tx, entries) {
      const atMs = Date.now()
      for (const [room, updates] of byRoom(entries)) {
        const firstSeq = await reserve(tx, room, updates)
        const rows = updates.map(({ update }, i) => ({ room, seq: firstSeq + i, update_bytes: update, at_ms: atMs }))
        for (let from = 0; from < rows.length; from += rowsPerInsert) {
          await tx
            .insertInto('updates')
            .values(rows.slice(from, from + rowsPerInsert))
            .execute()
        }
      }
    },
    async load(room) {
      const { epoch } = await head(room)
      const rows = await reading.selectFrom('updates').select(['seq', 'update_bytes']).where('room', '=', room).orderBy('seq').execute()
      return { epoch, seq: rows.at(-1)?.seq ?? 0, updates: rows.map((row) => row.update_bytes) }
    },
    async compact(tx, room, seq, snapshot) {
      await tx.deleteFrom('updates').where('room', '=', room).where('seq', '<=', seq).execute()
      await tx.insertInto('updates').values({ room, seq, update_bytes: snapshot, at_ms: Date.now() }).execute()
    },
  }
}

function byRoom(entries: readonly LogEntry[]): Map<RoomName, LogEntry[]> {
  const rooms = new Map<RoomName, LogEntry[]>()
  for (const entry of entries) {
    const updates = rooms.get(entry.room)
    if (updates) updates.push(entry)
    else rooms.set(entry.room, [entry])
  }
  return rooms
}

/** Moves the room's head past the new updates and returns the first of their numbers. */
async function reserve(tx: Transaction<Database>, room: RoomName, entries: readonly LogEntry[]): Promise<number> {
  const count = entries.length
  const row = await tx
    .insertInto('rooms')
    .values({ name: room, workshop_id: entries[0]?.workshopId ?? '', epoch: firstEpoch, head_seq: count })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((eb) => ({ head_seq: eb('rooms.head_seq', '+', count) })))
    .returning('head_seq')
    .executeTakeFirstOrThrow()
  return row.head_seq - count + 1
}
