import type { Kysely } from 'kysely'
import type { RoomName } from '../../shared/sync/room-name'
import type { Database } from './tables'

/** Documents of a workshop whose newest update came after a moment; read from the end of each log alone. */
export async function roomsChangedSince(reader: Kysely<Database>, workshopId: string, sinceMs: number): Promise<ReadonlySet<RoomName>> {
  const rows = await reader
    .selectFrom('rooms')
    .where('rooms.workshop_id', '=', workshopId)
    .where(({ eb, selectFrom }) =>
      eb(
        selectFrom('updates').select('updates.at_ms').whereRef('updates.room', '=', 'rooms.name').orderBy('updates.seq', 'desc').limit(1),
        '>',
        sinceMs,
      ),
    )
    .select('rooms.name')
    .execute()
  return new Set(rows.map(({ name }) => name))
}
