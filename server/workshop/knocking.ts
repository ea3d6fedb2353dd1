import type { z } from 'zod'
import { type Actor, Role } from '../../shared/access/actor'
import { newId } from '../../shared/doc/ids'
import { limits } from '../../shared/sync/limits'
import type { workshopContract } from '../../shared/workshop/contract'
import type { Knock } from '../../shared/workshop/door-contract'
import { problem } from '../../shared/workshop/problems'
import { hashSecret } from '../auth/secrets'
import type { Database } from '../storage/tables'
import type { ServerContext, Tx } from '../tools/server-tool'
import { bumpRevision, recordWrite } from './leading'
import type { Reader } from './ledger'
import type { Introduction } from './person'

type Answer = z.output<typeof workshopContract.answerKnocks.body & {}>
type KnockRow = Database['knocks']

/** The knock of a device, answered or not. */
export function findKnock(db: Reader, workshopId: string, deviceToken: string | undefined): Promise<KnockRow | undefined> {
  return db
    .selectFrom('knocks')
    .where('workshop_id', '=', workshopId)
    .where('token_hash', '=', hashSecret(deviceToken ?? ''))
    .selectAll()
    .executeTakeFirst()
}

/**
 * Knocks, or asks how an earlier knock went. Facilitators decide about the name that they were shown, so a later
 * request changes nothing about it.
 *
 * @returns whom they let in, as announced at the door; `waiting` until then
 * @throws WorkshopError `join/turned-away`, `join/door-full`
 */
export async function knock(
  tx: Tx,
  workshopId: string,
  introduction: Introduction,
  role: Role,
  deviceToken: string,
  nowMs: number,
): Promise<'knocked' | 'waiting' | (Introduction & { readonly role: Role })> {
  const before = await findKnock(tx, workshopId, deviceToken)
  if (before?.state === 'turned-away') throw problem('join/turned-away')
  if (before?.state === 'waiting') return 'waiting'
  if (before) return { ...introductionOf(before), role: Role.parse(before.role) }
  if ((await waitingKnocks(tx, workshopId)).length >= limits.knocks) throw problem('join/door-full')
  await tx
    .insertInto('knocks')
    .values({
      id: newId('knock'),
      workshop_id: workshopId,
      token_hash: hashSecret(deviceToken),
      name: introduction.name,
      organisation: introduction.organisation ?? null,
      sector: introduction.sector ?? null,
      level: introduction.level ?? null,
      role,
      at_ms: nowMs,
      state: 'waiting',
    })
    .execute()
  return 'knocked'
}

/** Takes a device's knock away. @returns whether there was one */
export async function forgetKnock(tx: Tx, workshopId: string, deviceToken: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('knocks')
    .where('workshop_id', '=', workshopId)
    .where('token_hash', '=', hashSecret(deviceToken))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Takes all knocks away: the door is kept in another way. */
export async function clearDoor(tx: Tx, workshopId: string): Promise<void> {
  await tx.deleteFrom('knocks').where('workshop_id', '=', workshopId).execute()
}

/** Who waits and who was turned away; those let in are on their way. */
export async function listKnocks(context: ServerContext, actor: Actor): Promise<{ knocks: Knock[] }> {
  const rows = await context.db
    .selectFrom('knocks')
    .where('workshop_id', '=', actor.workshopId)
    .where('state', '!=', 'admitted')
    .orderBy('at_ms')
    .orderBy('id')
    .selectAll()
    .execute()
  const knocks = rows.map((row) => ({
    knockId: row.id,
    ...introductionOf(row),
    role: Role.parse(row.role),
    atMs: row.at_ms,
    state: row.state === 'waiting' ? ('waiting' as const) : ('turned-away' as const),
  }))
  return { knocks }
}

/** Lets people in, or turns them away. Somebody turned away can be let in after all. */
export async function answerKnocks(context: ServerContext, actor: Actor, { knockIds, admit }: Answer): Promise<{ answered: number }> {
  const { workshopId } = actor
  return context.governed(workshopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('knocks')
      .set({ state: admit ? 'admitted' : 'turned-away' })
      .where('workshop_id', '=', workshopId)
      .where('id', 'in', knockIds)
      .where('state', '!=', 'admitted')
      .executeTakeFirst()
    const answered = Number(numUpdatedRows)
    return {
      result: { answered },
      writes: [recordWrite(actor, (doc) => bumpRevision(doc, workshopId))],
      ledger: [{ kind: 'knocks/answered', payload: { answered, admit, by: actor.id } }],
    }
  })
}

function waitingKnocks(tx: Tx, workshopId: string): Promise<{ id: string }[]> {
  return tx.selectFrom('knocks').where('workshop_id', '=', workshopId).where('state', '=', 'waiting').select('id').execute()
}

function introductionOf({ name, organisation, sector, level }: KnockRow): Introduction {
  return {
    name,
    ...(organisation === null ? {} : { organisation }),
    ...(sector === null ? {} : { sector }),
    ...(level === null ? {} : { level }),
  }
}
