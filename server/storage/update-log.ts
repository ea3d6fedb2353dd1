import type { Kysely, Transaction } from 'kysely'
import { limits } from '../../shared/sync/limits'
import type { RoomName } from '../../shared/sync/room-name'
import { compiledForRows } from './compiled'
import { epochAfter, firstEpoch } from './epoch'
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

/** Updates of a room that no snapshot covers. */
export interface Tail {
  readonly updates: number
  readonly bytes: number
}

/** What a room's document is made of: the newest snapshot, if there is one, and the updates after it, in order. */
export interface RoomHistory extends RoomHead {
  readonly updates: readonly Uint8Array[]
  readonly tail: Tail
}

/** The state of a room after its update number `seq`, as one update. */
export interface Snapshot {
  readonly seq: number
  readonly epoch: number
  readonly state: Uint8Array
}

/** Every document of every workshop, as the sequence of its updates. */
export interface UpdateLog {
  /** Appends in the given order, inside the caller's transaction. */
  append(tx: Transaction<Database>, entries: readonly LogEntry[]): Promise<void>
  load(room: RoomName): Promise<RoomHistory>
  head(room: RoomName): Promise<RoomHead>
  /** What the room was made of at a moment of the last `historyDays`; undefined when it was not yet. */
  loadAt(room: RoomName, atMs: number): Promise<readonly Uint8Array[] | undefined>
  /** Keeps a snapshot, so that loading begins there; one of an earlier epoch is dropped. What only times before the kept history need goes. */
  addSnapshot(tx: Transaction<Database>, room: RoomName, snapshot: Snapshot): Promise<void>
  /** Begins a new epoch with a state; earlier ones stay in the history. */
  restart(tx: Transaction<Database>, workshopId: string, room: RoomName, state: Uint8Array): Promise<RoomHead>
}

const dayMs = 24 * 60 * 60 * 1000

/** The log in the SQL database. */
export function createUpdateLog(reading: Kysely<Database>): UpdateLog {
  async function head(room: RoomName): Promise<RoomHead> {
    const row = await reading.selectFrom('rooms').select(['epoch', 'head_seq']).where('name', '=', room).executeTakeFirst()
    return { epoch: row?.epoch ?? firstEpoch, seq: row?.head_seq ?? 0 }
  }

  function newestSnapshot(room: RoomName, untilMs = Number.MAX_SAFE_INTEGER) {
    return reading
      .selectFrom('snapshots')
      .select(['seq', 'state_bytes'])
      .where('room', '=', room)
      .where('at_ms', '<=', untilMs)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst()
  }

  function updatesAfter(room: RoomName, seq: number, untilMs = Number.MAX_SAFE_INTEGER) {
    return reading
      .selectFrom('updates')
      .select(['seq', 'update_bytes'])
      .where('room', '=', room)
      .where('seq', '>', seq)
      .where('at_ms', '<=', untilMs)
      .orderBy('seq')
      .execute()
  }

  return {
    head,
    async append(tx, entries) {
      const atMs = Date.now()
      const rooms = byRoom(entries)
      const firstSeqOf = await reserve(tx, rooms)
      const rows = [...rooms].flatMap(([room, updates]) => {
        const firstSeq = firstSeqOf(room)
        return updates.map(({ update }, i) => ({ room, seq: firstSeq + i, update, atMs }))
      })
      await insertUpdates(tx, rows)
    },
    async load(room) {
      const { epoch } = await head(room)
      const snapshot = await newestSnapshot(room)
      const rows = await updatesAfter(room, snapshot?.seq ?? 0)
      return {
        epoch,
        seq: rows.at(-1)?.seq ?? snapshot?.seq ?? 0,
        updates: [...(snapshot ? [snapshot.state_bytes] : []), ...rows.map((row) => row.update_bytes)],
        tail: { updates: rows.length, bytes: rows.reduce((sum, row) => sum + row.update_bytes.byteLength, 0) },
      }
    },
    async loadAt(room, atMs) {
      const snapshot = await newestSnapshot(room, atMs)
      const rows = await updatesAfter(room, snapshot?.seq ?? 0, atMs)
      if (!snapshot && rows.length === 0) return undefined
      return [...(snapshot ? [snapshot.state_bytes] : []), ...rows.map((row) => row.update_bytes)]
    },
    async addSnapshot(tx, room, snapshot) {
      const { epoch } = await tx.selectFrom('rooms').select('epoch').where('name', '=', room).executeTakeFirstOrThrow()
      if (epoch !== snapshot.epoch) return
      await keepSnapshot(tx, room, snapshot)
      await forgetOld(tx, room, Date.now() - limits.historyDays * dayMs)
    },
    async restart(tx, workshopId, room, state) {
      const firstSeqOf = await reserve(tx, new Map([[room, [{ workshopId, room, update: state }]]]))
      const seq = firstSeqOf(room)
      const { epoch: former } = await tx.selectFrom('rooms').select('epoch').where('name', '=', room).executeTakeFirstOrThrow()
      const epoch = epochAfter(former, Date.now())
      await tx.updateTable('rooms').set({ epoch }).where('name', '=', room).execute()
      await keepSnapshot(tx, room, { seq, epoch, state })
      return { epoch, seq }
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

type NewUpdate = {
  readonly room: RoomName
  readonly seq: number
  readonly update: Uint8Array
  readonly atMs: number
}

const insertUpdates = compiledForRows(['room', 'seq', 'update', 'atMs'], (tx, updates: readonly NewUpdate[]) =>
  tx.insertInto('updates').values(updates.map(({ room, seq, update, atMs }) => ({ room, seq, update_bytes: update, at_ms: atMs }))),
)

type Reservation = {
  readonly room: RoomName
  readonly workshopId: string
  readonly count: number
}

const moveHeads = compiledForRows(['room', 'workshopId', 'count'], (tx, reservations: readonly Reservation[]) =>
  tx
    .insertInto('rooms')
    .values(
      reservations.map(({ room, workshopId, count }) => ({ name: room, workshop_id: workshopId, epoch: firstEpoch, head_seq: count })),
    )
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ head_seq: eb('rooms.head_seq', '+', eb.ref('excluded.head_seq')) })),
    )
    .returning(['name', 'head_seq']),
)

/** Moves each room's head past its new updates, and says which number the first of them gets. */
async function reserve(tx: Transaction<Database>, rooms: ReadonlyMap<RoomName, readonly LogEntry[]>): Promise<(room: RoomName) => number> {
  const reservations = [...rooms].map(([room, updates]) => ({ room, workshopId: updates[0]?.workshopId ?? '', count: updates.length }))
  const heads = new Map((await moveHeads(tx, reservations)).map(({ name, head_seq }) => [name, head_seq]))
  const firstSeqs = new Map(reservations.map(({ room, count }) => [room, (heads.get(room) ?? Number.NaN) - count + 1]))
  return (room) => {
    const seq = firstSeqs.get(room)
    if (!seq) throw new Error('the head of a room could not be moved')
    return seq
  }
}

async function keepSnapshot(tx: Transaction<Database>, room: RoomName, { seq, epoch, state }: Snapshot): Promise<void> {
  await tx
    .insertInto('snapshots')
    .values({ room, seq, epoch, state_bytes: state, at_ms: Date.now() })
    .onConflict((conflict) => conflict.columns(['room', 'seq']).doUpdateSet({ state_bytes: state }))
    .execute()
}

async function forgetOld(tx: Transaction<Database>, room: RoomName, horizonMs: number): Promise<void> {
  const kept = await tx.selectFrom('snapshots').select(['seq', 'epoch', 'at_ms']).where('room', '=', room).orderBy('seq').execute()
  const { snapshots, updatesUpTo } = outdated(kept, horizonMs)
  if (snapshots.length > 0) await tx.deleteFrom('snapshots').where('room', '=', room).where('seq', 'in', snapshots).execute()
  if (updatesUpTo > 0) await tx.deleteFrom('updates').where('room', '=', room).where('seq', '<=', updatesUpTo).execute()
}

interface KeptSnapshot {
  readonly seq: number
  readonly epoch: number
  readonly at_ms: number
}

/**
 * What may go while every moment since the horizon stays readable: everything before the newest snapshot that is older
 * than the horizon, and of later snapshots all but each day's last and each epoch's first, which is that epoch's beginning.
 */
export function outdated(kept: readonly KeptSnapshot[], horizonMs: number): { readonly snapshots: number[]; readonly updatesUpTo: number } {
  const base = kept.findLast(({ at_ms }) => at_ms <= horizonMs)?.seq ?? 0
  const dayOf = ({ at_ms }: KeptSnapshot) => Math.floor(at_ms / dayMs)
  const snapshots = kept.filter((each, index) => {
    if (each.seq < base) return true
    if (each.seq === base || each.epoch !== kept[index - 1]?.epoch) return false
    const next = kept[index + 1]
    return next !== undefined && next.epoch === each.epoch && dayOf(next) === dayOf(each)
  })
  return { snapshots: snapshots.map(({ seq }) => seq), updatesUpTo: base }
}
