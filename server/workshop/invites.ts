import type { z } from 'zod'
import { type Actor, ParticipantId } from '../../shared/access/actor'
import { newId } from '../../shared/doc/ids'
import type { workshopContract } from '../../shared/workshop/contract'
import { InviteRole } from '../../shared/workshop/fields'
import type { InviteSummary } from '../../shared/workshop/invite-contract'
import { problem } from '../../shared/workshop/problems'
import { hashSecret, newLinkKey } from '../auth/secrets'
import type { Database } from '../storage/tables'
import type { ServerContext, Tx } from '../tools/server-tool'
import { requireStep } from './leading'
import type { Reader } from './ledger'
import { linkUrl } from './opening'

type Wish = z.output<typeof workshopContract.makeInvite.body & {}>
type ShownOnce = InviteSummary & { url: string }
/** A personal invite as stored. */
export type InviteRow = Database['invites']

/** A personal invite by its secret, used or not, unless it was revoked. */
export function findInvite(db: Reader, workshopId: string, key: string): Promise<InviteRow | undefined> {
  return liveInvites(db, workshopId).where('key_hash', '=', hashSecret(key)).selectAll().executeTakeFirst()
}

/**
 * Whether a device may use an invite: the first that does is the only one, and only it may come after the invite's time.
 *
 * @throws WorkshopError `join/invite-used`, `join/invite-expired`
 */
export function checkInvite(invite: InviteRow, deviceToken: string | undefined, nowMs: number): void {
  if (invite.token_hash !== null) {
    if (invite.token_hash !== hashSecret(deviceToken ?? '')) throw problem('join/invite-used')
    return
  }
  if (isOver(invite, nowMs)) throw problem('join/invite-expired')
}

/** Binds an invite to the device that came by it, and to the seat that it opens. */
export async function bindInvite(tx: Tx, inviteId: string, deviceToken: string, participantId: string): Promise<void> {
  await tx
    .updateTable('invites')
    .set({ token_hash: hashSecret(deviceToken), participant_id: participantId })
    .where('id', '=', inviteId)
    .execute()
}

export async function listInvites(context: ServerContext, actor: Actor): Promise<{ invites: InviteSummary[] }> {
  const rows = await liveInvites(context.db, actor.workshopId).orderBy('issued_at_ms', 'desc').orderBy('id').selectAll().execute()
  return { invites: rows.map((row) => summaryOf(row, context.now())) }
}

/** Invites one person by name. @throws WorkshopError `workshop/invite-ends-early`, `workshop/unknown-step` */
export async function makeInvite(context: ServerContext, actor: Actor, wish: Wish): Promise<ShownOnce> {
  const nowMs = context.now()
  if (wish.expiresAtMs !== undefined && wish.expiresAtMs <= nowMs) throw problem('workshop/invite-ends-early')
  if (wish.stepId !== undefined) await requireStep(context, actor, wish.stepId)
  const key = newLinkKey()
  const invite: InviteRow = {
    id: newId('invite'),
    workshop_id: actor.workshopId,
    key_hash: hashSecret(key),
    name: wish.name,
    organisation: wish.organisation ?? null,
    sector: wish.sector ?? null,
    level: wish.level ?? null,
    role: wish.role,
    step_id: wish.stepId ?? null,
    created_at_ms: nowMs,
    created_by: actor.id,
    issued_at_ms: nowMs,
    expires_at_ms: wish.expiresAtMs ?? null,
    revoked_at_ms: null,
    token_hash: null,
    participant_id: null,
  }
  return context.governed(actor.workshopId, async (tx) => {
    await tx.insertInto('invites').values(invite).execute()
    return {
      result: shown(context, invite, key),
      ledger: [{ kind: 'invite/made', payload: { inviteId: invite.id, role: invite.role, by: actor.id } }],
    }
  })
}

/** Makes an invite's secret anew, for any one device, for as long as the last one was meant to last. */
export async function reissueInvite(context: ServerContext, actor: Actor, inviteId: string): Promise<ShownOnce> {
  const nowMs = context.now()
  const key = newLinkKey()
  return context.governed(actor.workshopId, async (tx) => {
    const before = await liveInvites(tx, actor.workshopId).where('id', '=', inviteId).selectAll().executeTakeFirst()
    if (!before) throw problem('request/not-found')
    const fresh = {
      key_hash: hashSecret(key),
      issued_at_ms: nowMs,
      expires_at_ms: before.expires_at_ms === null ? null : nowMs + before.expires_at_ms - before.issued_at_ms,
      token_hash: null,
    }
    await tx.updateTable('invites').set(fresh).where('id', '=', inviteId).execute()
    return {
      result: shown(context, { ...before, ...fresh }, key),
      ledger: [{ kind: 'invite/reissued', payload: { inviteId, by: actor.id } }],
    }
  })
}

/** Revokes an invite. @throws WorkshopError `request/not-found` */
export async function revokeInvite(context: ServerContext, actor: Actor, inviteId: string): Promise<void> {
  await context.governed(actor.workshopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('invites')
      .set({ revoked_at_ms: context.now() })
      .where('id', '=', inviteId)
      .where('workshop_id', '=', actor.workshopId)
      .where('revoked_at_ms', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw problem('request/not-found')
    return { result: undefined, ledger: [{ kind: 'invite/revoked', payload: { inviteId, by: actor.id } }] }
  })
}

function liveInvites(db: Reader, workshopId: string) {
  return db.selectFrom('invites').where('workshop_id', '=', workshopId).where('revoked_at_ms', 'is', null)
}

function shown(context: ServerContext, invite: InviteRow, key: string): ShownOnce {
  return { ...summaryOf(invite, context.now()), url: linkUrl(context.origin, invite.workshop_id, key, invite.step_id ?? undefined) }
}

function summaryOf(row: InviteRow, nowMs: number): InviteSummary {
  return {
    inviteId: row.id,
    name: row.name,
    ...(row.organisation === null ? {} : { organisation: row.organisation }),
    ...(row.sector === null ? {} : { sector: row.sector }),
    ...(row.level === null ? {} : { level: row.level }),
    role: InviteRole.parse(row.role),
    ...(row.step_id === null ? {} : { stepId: row.step_id }),
    state: row.token_hash !== null ? 'used' : isOver(row, nowMs) ? 'expired' : 'unused',
    issuedAtMs: row.issued_at_ms,
    ...(row.expires_at_ms === null ? {} : { expiresAtMs: row.expires_at_ms }),
    ...(row.participant_id === null ? {} : { participantId: ParticipantId.parse(row.participant_id) }),
  }
}

function isOver({ expires_at_ms }: InviteRow, nowMs: number): boolean {
  return expires_at_ms !== null && expires_at_ms <= nowMs
}
