import type { Actor } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import { parseRoomName, type RoomName, recordRoom } from '../../shared/sync/room-name'
import { workshops } from '../../shared/workshop/collections'
import { problem } from '../../shared/workshop/problems'
import type { ServerContext } from '../tools/server-tool'
import { findPerson } from './ledger'
import type { RightIn } from './reading'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Brings the board and every draft that is still open back to a moment. Adopted and locked texts, results, the log and
 * what people keep to themselves stay as they are; a document that did not exist then stays too. What there was before
 * stays in the history, so that a restore can be undone by another one.
 *
 * @throws WorkshopError `workshop/not-in-history`
 */
export async function restoreTo(
  context: ServerContext,
  rightIn: RightIn,
  actor: Actor,
  toMs: number,
): Promise<{ toMs: number; documents: number }> {
  const { workshopId } = actor
  const nowMs = context.now()
  const { created_at_ms: createdMs } = await context.db
    .selectFrom('workshops')
    .select('created_at_ms')
    .where('id', '=', workshopId)
    .executeTakeFirstOrThrow()
  if (toMs < createdMs || toMs > nowMs || toMs < nowMs - limits.historyDays * dayMs) {
    throw problem('workshop/not-in-history', { days: limits.historyDays })
  }
  const restarts: { room: RoomName; state: Uint8Array }[] = []
  for (const room of await restorable(context, rightIn, actor)) {
    const state = await context.stateAt(room, toMs)
    if (state) restarts.push({ room, state })
  }
  return context.governed(workshopId, async (tx) => {
    const byName = (await findPerson(tx, workshopId, actor.id))?.name ?? ''
    return {
      result: { toMs, documents: restarts.length },
      restarts,
      writes: [
        { room: recordRoom(workshopId), write: (doc) => workshops.patch(doc, workshopId, { restored: { toMs, atMs: nowMs, byName } }) },
      ],
      ledger: [{ kind: 'workshop/restored', payload: { toMs, by: actor.id, documents: restarts.length } }],
    }
  })
}

/** The documents that people write freely and that this person may write now. */
async function restorable(context: ServerContext, rightIn: RightIn, actor: Actor): Promise<RoomName[]> {
  const rows = await context.db.selectFrom('rooms').select('name').where('workshop_id', '=', actor.workshopId).execute()
  const free = rows.map(({ name }) => name).filter((name) => ['board', 'draft', 'comments'].includes(parseRoomName(name)?.zone ?? ''))
  const rights = await Promise.all(free.map((name) => rightIn(actor, name)))
  return free.filter((_, index) => rights[index] === 'write')
}
