import type { z } from 'zod'
import { type Actor, ParticipantId, Role } from '../../shared/access/actor'
import type { workshopContract } from '../../shared/workshop/contract'
import type { LinkSummary } from '../../shared/workshop/fields'
import { problem } from '../../shared/workshop/problems'
import { newLinkKey } from '../auth/secrets'
import type { ServerContext } from '../tools/server-tool'
import { insertLink, liveLinks } from './ledger'
import { linkUrl } from './opening'

type Wish = z.output<typeof workshopContract.makeLink.body & {}>

const hourMs = 60 * 60 * 1000

/** The links that admit people now, newest first. Personal ways back are nobody else's business. */
export async function listLinks(context: ServerContext, actor: Actor): Promise<{ links: LinkSummary[] }> {
  const rows = await liveLinks(context.db, actor.workshopId, context.now())
    .where('participant_id', 'is', null)
    .orderBy('created_at_ms', 'desc')
    .select(['id', 'role', 'expires_at_ms', 'uses_left', 'created_at_ms', 'created_by'])
    .execute()
  const links = rows.map((row) => ({
    linkId: row.id,
    role: Role.parse(row.role),
    createdAtMs: row.created_at_ms,
    ...(row.expires_at_ms === null ? {} : { expiresAtMs: row.expires_at_ms }),
    ...(row.uses_left === null ? {} : { usesLeft: row.uses_left }),
    ...(row.created_by === null ? {} : { createdBy: ParticipantId.parse(row.created_by) }),
  }))
  return { links }
}

/** Makes a link; the answer is the only place where its secret ever stands. */
export async function makeLink(
  context: ServerContext,
  actor: Actor,
  { role, expiresInHours, uses }: Wish,
): Promise<LinkSummary & { url: string }> {
  const key = newLinkKey()
  const nowMs = context.now()
  const expiresAtMs = expiresInHours === undefined ? undefined : nowMs + Math.round(expiresInHours * hourMs)
  return context.governed(actor.workshopId, async (tx) => {
    const link = { workshopId: actor.workshopId, key, kind: 'join' as const, role, createdBy: actor.id, expiresAtMs, uses }
    const linkId = await insertLink(tx, link, nowMs)
    const summary = {
      linkId,
      role,
      createdAtMs: nowMs,
      createdBy: actor.id,
      ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
      ...(uses === undefined ? {} : { usesLeft: uses }),
    }
    return {
      result: { ...summary, url: linkUrl(context.origin, actor.workshopId, key) },
      ledger: [{ kind: 'link/made', payload: { linkId, role, by: actor.id } }],
    }
  })
}

/** Revokes a link that admits people. @throws WorkshopError `request/not-found` */
export async function revokeLink(context: ServerContext, actor: Actor, linkId: string): Promise<void> {
  await context.governed(actor.workshopId, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('links')
      .set({ revoked_at_ms: context.now() })
      .where('id', '=', linkId)
      .where('workshop_id', '=', actor.workshopId)
      .where('participant_id', 'is', null)
      .where('revoked_at_ms', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw problem('request/not-found')
    return { result: undefined, ledger: [{ kind: 'link/revoked', payload: { linkId, by: actor.id } }] }
  })
}
