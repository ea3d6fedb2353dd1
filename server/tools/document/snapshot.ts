import { boardRoom, parseRoomName, recordRoom } from '../../../shared/sync/room-name'
import { workshopDocs } from '../../../shared/tools/docs'
import type { WorkshopDocs } from '../../../shared/tools/tool'
import { copyOf } from '../copied-docs'
import type { ServerContext } from '../server-tool'

/** A workshop's shared documents at one moment, apart from the live rooms. */
export interface Snapshot {
  readonly docs: WorkshopDocs
  readonly draftIds: readonly string[]
}

/**
 * Copies what every admitted participant may read: `record`, `board`, the wordings and what is said about them. Private notes and ballots are in
 * other documents and tables, which are never opened here (I10, I14).
 */
export async function takeSnapshot(context: ServerContext, workshopId: string): Promise<Snapshot> {
  const rooms = await roomsOfDrafts(context, workshopId)
  const copy = (room: string) => context.readDoc(room, copyOf)
  const [record, board, ...drafts] = await Promise.all([
    copy(recordRoom(workshopId)),
    copy(boardRoom(workshopId)),
    ...rooms.map(({ name }) => copy(name)),
  ])
  const byName = new Map(rooms.map(({ zone, id }, index) => [`${zone}/${id}`, drafts[index]]))
  const draftIds = rooms.flatMap(({ zone, id }) => (zone === 'draft' ? [id] : []))
  return { docs: workshopDocs(record, board, (path) => byName.get(path)), draftIds }
}

async function roomsOfDrafts(
  { db }: ServerContext,
  workshopId: string,
): Promise<{ name: string; zone: 'draft' | 'comments'; id: string }[]> {
  const rooms = await db.selectFrom('rooms').select('name').where('workshop_id', '=', workshopId).orderBy('name').execute()
  return rooms.flatMap(({ name }) => {
    const ref = parseRoomName(name)
    return ref?.zone === 'draft' || ref?.zone === 'comments' ? [{ name, zone: ref.zone, id: ref.id }] : []
  })
}
