import type { Kysely } from 'kysely'
import { type Actor, ParticipantId, Role, WorkshopId } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { Database } from '../storage/tables'
import type { Tx } from '../tools/server-tool'
import { hashSecret } from './secrets'

const dayMs = 24 * 60 * 60 * 1000
const lifetimeMs = limits.deviceTokenDays * dayMs

/** Who a device is in a workshop; undefined for strangers, the removed, and tokens that ran out. */
export async function actorOfDevice(db: Kysely<Database>, token: string, workshopId: string, nowMs: number): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('seats')
    .innerJoin('devices', 'devices.token_hash', 'seats.token_hash')
    .innerJoin('participants', 'participants.id', 'seats.participant_id')
    .innerJoin('workshops', 'workshops.id', 'seats.workshop_id')
    .where('seats.token_hash', '=', hashSecret(token))
    .where('seats.workshop_id', '=', workshopId)
    .where('devices.used_at_ms', '>', nowMs - lifetimeMs)
    .where('participants.removed_at_ms', 'is', null)
    .where('workshops.deleted_at_ms', 'is', null)
    .select(['participants.id', 'participants.role', 'seats.workshop_id'])
    .executeTakeFirst()
  if (!row) return undefined
  return { workshopId: WorkshopId.parse(row.workshop_id), id: ParticipantId.parse(row.id), role: Role.parse(row.role) }
}

/** The participant who sits at this device in a workshop, removed or not. */
export async function seatOfDevice(db: Kysely<Database> | Tx, token: string, workshopId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('seats')
    .where('token_hash', '=', hashSecret(token))
    .where('workshop_id', '=', workshopId)
    .select('participant_id')
    .executeTakeFirst()
  return row?.participant_id
}

/** Seats a participant at a device, which is made known if it is new, and renews the device's lifetime. */
export async function takeSeat(tx: Tx, token: string, workshopId: string, participantId: string, nowMs: number): Promise<void> {
  const tokenHash = hashSecret(token)
  await tx
    .insertInto('devices')
    .values({ token_hash: tokenHash, created_at_ms: nowMs, used_at_ms: nowMs })
    .onConflict((conflict) => conflict.column('token_hash').doUpdateSet({ used_at_ms: nowMs }))
    .execute()
  await leaveSeat(tx, token, workshopId)
  await tx.insertInto('seats').values({ token_hash: tokenHash, workshop_id: workshopId, participant_id: participantId }).execute()
}

/** Clears this device's seat in a workshop. */
export async function leaveSeat(tx: Tx, token: string, workshopId: string): Promise<void> {
  await tx.deleteFrom('seats').where('token_hash', '=', hashSecret(token)).where('workshop_id', '=', workshopId).execute()
}

/** Whether the device's token needs renewing, at most once a day. */
export async function isDueForRenewal(db: Kysely<Database>, token: string, nowMs: number): Promise<boolean> {
  const row = await db.selectFrom('devices').where('token_hash', '=', hashSecret(token)).select('used_at_ms').executeTakeFirst()
  return row !== undefined && row.used_at_ms < nowMs - dayMs
}

/** Renews a device's 180 days. */
export async function renewDevice(tx: Tx, token: string, nowMs: number): Promise<void> {
  await tx.updateTable('devices').set({ used_at_ms: nowMs }).where('token_hash', '=', hashSecret(token)).execute()
}
