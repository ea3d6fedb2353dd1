import type { z } from 'zod'
import { type Actor, Role, WorkshopId } from '../../shared/access/actor'
import { schemaVersion } from '../../shared/sync/frames'
import { boardRoom, privateRoom, type RoomName, recordRoom } from '../../shared/sync/room-name'
import { agenda, workshops } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import { orderedAgenda } from '../../shared/workshop/selectors'
import { hashSecret } from '../auth/secrets'
import { firstEpoch } from '../storage/epoch'
import type { DueSoon, ServerContext, ServerTool } from '../tools/server-tool'

/** Whether somebody may open a document, and write it, as things stand now. */
export type RightIn = (actor: Actor, room: RoomName) => Promise<'none' | 'read' | 'write'>

type Reading = z.input<typeof workshopContract.read.result>
type Seats = z.input<typeof workshopContract.seats.result>

/** The workshop as one participant may see it. */
export async function readWorkshopFor(context: ServerContext, rightIn: RightIn, actor: Actor): Promise<Reading> {
  const rooms = await roomsFor(context, rightIn, actor)
  return context.readDoc(recordRoom(actor.workshopId), (doc) => {
    const workshop = workshops.get(doc, actor.workshopId)
    if (!workshop) throw problem('request/not-found')
    return {
      workshopId: actor.workshopId,
      title: workshop.title,
      me: { participantId: actor.id, role: actor.role },
      agenda: orderedAgenda(agenda.all(doc)).map(({ id, title, minutes, tool }) => ({ id, title, minutes, tool })),
      stepId: workshop.stepId,
      rooms,
      serverTime: context.now(),
    }
  })
}

/** The tools that say what is due. */
export type DueTellers = readonly Pick<ServerTool, 'dueSoon'>[]

/** The workshops in which a device has a seat, newest first. */
export async function seatsOf(context: ServerContext, tools: DueTellers, deviceToken: string | undefined): Promise<Seats> {
  if (deviceToken === undefined) return { workshops: [] }
  const rows = await context.db
    .selectFrom('seats')
    .innerJoin('workshops', 'workshops.id', 'seats.workshop_id')
    .innerJoin('participants', 'participants.id', 'seats.participant_id')
    .where('seats.token_hash', '=', hashSecret(deviceToken))
    .where('workshops.deleted_at_ms', 'is', null)
    .where('participants.removed_at_ms', 'is', null)
    .orderBy('workshops.created_at_ms', 'desc')
    .limit(50)
    .select(['workshops.id', 'workshops.title', 'workshops.opened_as', 'workshops.created_at_ms', 'participants.role', 'participants.name'])
    .execute()
  const due = await firstDue(
    tools,
    rows.map(({ id }) => id),
  )
  return {
    workshops: rows.map((row) => ({
      workshopId: WorkshopId.parse(row.id),
      title: row.title,
      ...(row.opened_as === null ? {} : { openedAs: row.opened_as }),
      role: Role.parse(row.role),
      name: row.name,
      createdAtMs: row.created_at_ms,
      ...dueIn(due.get(row.id)),
    })),
  }
}

async function firstDue(tools: DueTellers, workshopIds: readonly string[]): Promise<ReadonlyMap<string, DueSoon>> {
  const all = await Promise.all(tools.map((tool) => tool.dueSoon?.(workshopIds) ?? []))
  const latestFirst = all.flat().sort((a, b) => b.atMs - a.atMs)
  return new Map(latestFirst.map((due) => [due.workshopId, due]))
}

function dueIn(due: DueSoon | undefined): Pick<Seats['workshops'][number], 'due'> {
  return due ? { due: { title: due.title, atMs: due.atMs } } : {}
}

async function roomsFor(context: ServerContext, rightIn: RightIn, actor: Actor): Promise<Reading['rooms']> {
  const stored = await context.db.selectFrom('rooms').where('workshop_id', '=', actor.workshopId).select(['name', 'epoch']).execute()
  const epochs = new Map(stored.map((row) => [row.name, row.epoch]))
  const own = [recordRoom(actor.workshopId), boardRoom(actor.workshopId), privateRoom(actor.workshopId, actor.id)]
  const names = [...new Set([...own, ...epochs.keys()])]
  const rights = await Promise.all(names.map((name) => rightIn(actor, name)))
  return names.flatMap((name, index) => {
    const right = rights[index] ?? 'none'
    return right === 'none' ? [] : [{ name, epoch: epochs.get(name) ?? firstEpoch, schema: schemaVersion, write: right === 'write' }]
  })
}
