import type { Kysely } from 'kysely'
import type { Role } from '../../shared/access/actor'
import { newId } from '../../shared/doc/ids'
import { limits } from '../../shared/sync/limits'
import { problem } from '../../shared/workshop/problems'
import { hashSecret, newJoinCode } from '../auth/secrets'
import type { Database } from '../storage/tables'
import type { Tx } from '../tools/server-tool'

/** The database, inside an act or outside. */
export type Reader = Kysely<Database> | Tx

/** A link that works now. */
export interface LiveLink {
  readonly id: string
  readonly workshopId: string
  readonly role: Role
  /** The one person whom a host or return link brings back. */
  readonly participantId: string | null
}
export interface NewLink {
  readonly workshopId: string
  readonly key: string
  readonly kind: 'host' | 'return' | 'join'
  readonly role: Role
  readonly participantId?: string
  readonly createdBy?: string
  readonly expiresAtMs?: number | undefined
  readonly uses?: number | undefined
}
/** Somebody's row as stored. */
export type PersonRow = Database['participants']

const joinCodeIdleMs = limits.joinCodeIdleDays * 24 * 60 * 60 * 1000

/** The workshop, unless it was deleted. */
export function findWorkshop(db: Reader, workshopId: string) {
  return db.selectFrom('workshops').where('id', '=', workshopId).where('deleted_at_ms', 'is', null).selectAll().executeTakeFirst()
}

/** The workshop of a code that is in use. */
export function findByCode(db: Reader, code: string, nowMs: number) {
  return db
    .selectFrom('workshops')
    .where('join_code', '=', code)
    .where('join_code_used_at_ms', '>', nowMs - joinCodeIdleMs)
    .where('deleted_at_ms', 'is', null)
    .selectAll()
    .executeTakeFirst()
}

/** A code that no workshop has. */
export async function freeJoinCode(tx: Tx): Promise<string> {
  for (;;) {
    const code = newJoinCode()
    const taken = await tx.selectFrom('workshops').where('join_code', '=', code).select('id').executeTakeFirst()
    if (!taken) return code
  }
}

/** Keeps the code alive for another 14 days. */
export async function touchJoinCode(tx: Tx, workshopId: string, nowMs: number): Promise<void> {
  await tx.updateTable('workshops').set({ join_code_used_at_ms: nowMs }).where('id', '=', workshopId).execute()
}

/** A link by its secret, if it is not revoked, over, or used up. */
export async function findLink(db: Reader, workshopId: string, key: string, nowMs: number): Promise<LiveLink | undefined> {
  const row = await liveLinks(db, workshopId, nowMs).where('key_hash', '=', hashSecret(key)).selectAll().executeTakeFirst()
  if (!row) return undefined
  return { id: row.id, workshopId: row.workshop_id, role: row.role as Role, participantId: row.participant_id } // only Roles are written
}

/** Links of a workshop that work now. */
export function liveLinks(db: Reader, workshopId: string, nowMs: number) {
  return db
    .selectFrom('links')
    .where('workshop_id', '=', workshopId)
    .where('revoked_at_ms', 'is', null)
    .where((link) => link.or([link('expires_at_ms', 'is', null), link('expires_at_ms', '>', nowMs)]))
    .where((link) => link.or([link('uses_left', 'is', null), link('uses_left', '>', 0)]))
}

export async function insertLink(tx: Tx, link: NewLink, nowMs: number): Promise<string> {
  const id = newId('link')
  await tx
    .insertInto('links')
    .values({
      id,
      workshop_id: link.workshopId,
      key_hash: hashSecret(link.key),
      kind: link.kind,
      role: link.role,
      participant_id: link.participantId ?? null,
      expires_at_ms: link.expiresAtMs ?? null,
      uses_left: link.uses ?? null,
      created_at_ms: nowMs,
      created_by: link.createdBy ?? null,
      revoked_at_ms: null,
    })
    .execute()
  return id
}

/** Counts one admission against the link's cap. */
export async function countUse(tx: Tx, linkId: string): Promise<void> {
  await tx
    .updateTable('links')
    .set((link) => ({ uses_left: link('uses_left', '-', 1) }))
    .where('id', '=', linkId)
    .where('uses_left', 'is not', null)
    .execute()
}

/** Revokes the links that bring one person back. */
export async function revokePersonalLinks(tx: Tx, workshopId: string, participantId: string, nowMs: number): Promise<void> {
  await tx
    .updateTable('links')
    .set({ revoked_at_ms: nowMs })
    .where('workshop_id', '=', workshopId)
    .where('participant_id', '=', participantId)
    .where('revoked_at_ms', 'is', null)
    .execute()
}

/** Somebody of this workshop, unless removed. */
export function findPerson(db: Reader, workshopId: string, participantId: string): Promise<PersonRow | undefined> {
  return db
    .selectFrom('participants')
    .where('id', '=', participantId)
    .where('workshop_id', '=', workshopId)
    .where('removed_at_ms', 'is', null)
    .selectAll()
    .executeTakeFirst()
}

/** Somebody of this workshop. @throws WorkshopError `workshop/unknown-person` also for those who were removed */
export async function requirePerson(tx: Tx, workshopId: string, participantId: string): Promise<PersonRow> {
  const person = await findPerson(tx, workshopId, participantId)
  if (!person) throw problem('workshop/unknown-person')
  return person
}

export async function savePerson(tx: Tx, { id, workshop_id, ...fields }: PersonRow): Promise<void> {
  await tx.updateTable('participants').set(fields).where('id', '=', id).where('workshop_id', '=', workshop_id).execute()
}

/** Everybody in the workshop, in the order in which they came. */
export function presentPeople(db: Reader, workshopId: string): Promise<PersonRow[]> {
  return db
    .selectFrom('participants')
    .where('workshop_id', '=', workshopId)
    .where('removed_at_ms', 'is', null)
    .orderBy('joined_at_ms')
    .orderBy('id')
    .selectAll()
    .execute()
}
