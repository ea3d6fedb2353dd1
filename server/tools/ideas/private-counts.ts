import type { Kysely } from 'kysely'
import { ParticipantId } from '../../../shared/access/actor'
import type { RoomName } from '../../../shared/sync/room-name'
import { parseRoomName, privateRoom, recordRoom } from '../../../shared/sync/room-name'
import { ideaModes, ideas } from '../../../shared/tools/ideas/collections'
import type { PromptId } from '../../../shared/tools/ideas/schema'
import { effectiveMode } from '../../../shared/tools/ideas/selectors'
import { agenda } from '../../../shared/workshop/collections'
import type { Database } from '../../storage/tables'
import type { DocWrite, ServerContext } from '../server-tool'

const gatherMs = 300

/** The private documents of a workshop, with their owners. */
export async function privateRooms(
  db: Kysely<Database>,
  workshopId: string,
): Promise<readonly { readonly room: RoomName; readonly participantId: ParticipantId }[]> {
  const rows = await db.selectFrom('rooms').select('name').where('workshop_id', '=', workshopId).execute()
  return rows.flatMap(({ name }) => {
    const ref = parseRoomName(name)
    const owner = ref?.zone === 'private' ? ParticipantId.safeParse(ref.id) : undefined
    return owner?.success ? [{ room: privateRoom(workshopId, owner.data), participantId: owner.data }] : []
  })
}

/**
 * Keeps in `record` how many private notes wait for each prompt's reveal. Nothing else of them leaves their
 * documents here.
 */
export function createPrivateCounts({ governed, readDoc, db, now, at }: ServerContext) {
  const pending = new Set<string>()

  async function countNow(workshopId: string): Promise<ReadonlyMap<PromptId, number>> {
    const counts = new Map<PromptId, number>()
    for (const { room } of await privateRooms(db, workshopId)) {
      const written = await readDoc(room, (doc) => ideas.all(doc).filter((idea) => idea.deletedAtMs === undefined))
      for (const { promptId } of written) counts.set(promptId, (counts.get(promptId) ?? 0) + 1)
    }
    return counts
  }

  async function project(workshopId: string): Promise<void> {
    pending.delete(workshopId)
    const counts = await countNow(workshopId)
    const known = await readDoc(recordRoom(workshopId), (record) => ideaModes.all(record))
    const stale = new Map<PromptId, number>()
    for (const mode of known) if ((counts.get(mode.id) ?? 0) !== mode.privateCount) stale.set(mode.id, counts.get(mode.id) ?? 0)
    for (const [id, count] of counts) if (!known.some((mode) => mode.id === id)) stale.set(id, count)
    if (stale.size === 0) return
    await governed(workshopId, async () => ({ result: undefined, writes: [writeCounts(workshopId, stale)] }))
  }

  return {
    countNow,
    /** Told after every commit; gathers those of private documents. */
    committed(room: RoomName): void {
      const ref = parseRoomName(room)
      if (ref?.zone !== 'private' || pending.has(ref.workshopId)) return
      pending.add(ref.workshopId)
      at(now() + gatherMs, () => project(ref.workshopId))
    },
  }
}

function writeCounts(workshopId: string, counts: ReadonlyMap<PromptId, number>): DocWrite {
  return {
    room: recordRoom(workshopId),
    write: (record) => {
      for (const [id, privateCount] of counts) {
        if (!ideaModes.patch(record, id, { privateCount })) {
          ideaModes.put(record, { ...effectiveMode(undefined, agenda.all(record), id), privateCount })
        }
      }
    },
  }
}
