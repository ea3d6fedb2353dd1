import { recordRoom } from '../../../shared/sync/room-name'
import { decisions } from '../../../shared/tools/decisions/collections'
import type { DocWrite, Fact, ServerContext, ServerTool, Tx } from '../server-tool'
import { decisionsCatchUp } from './catch-up'
import { entryOf, sourceOf } from './entry'

/** The decision log: listens to what the group did and adds one entry in the same transaction. */
export function createDecisions(context: ServerContext): ServerTool {
  return { routes() {}, hear: appendDecision, catchUp: (actor, sinceMs) => decisionsCatchUp(context, actor, sinceMs) }
}

async function appendDecision(tx: Tx, workshopId: string, fact: Fact): Promise<readonly DocWrite[]> {
  if (fact.kind === 'people/merged') return []
  const source = sourceOf(fact)
  const rows = await tx.selectFrom('decisions').select(['number', 'source']).where('workshop_id', '=', workshopId).execute()
  if (rows.some((row) => row.source === source)) return []
  const number = Math.max(0, ...rows.map((row) => row.number)) + 1
  const entry = entryOf(fact, number, await nameOf(tx, workshopId, fact.by.id))
  await tx
    .insertInto('decisions')
    .values({ workshop_id: workshopId, number, id: entry.id, source, entry: JSON.stringify(entry) })
    .execute()
  return [{ room: recordRoom(workshopId), write: (doc) => decisions.put(doc, entry) }]
}

async function nameOf(tx: Tx, workshopId: string, participantId: string): Promise<string> {
  const row = await tx
    .selectFrom('participants')
    .select('name')
    .where('workshop_id', '=', workshopId)
    .where('id', '=', participantId)
    .executeTakeFirst()
  return row?.name ?? 'A facilitator'
}
