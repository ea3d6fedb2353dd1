import type { Actor } from '../../../shared/access/actor'
import { boardRoom } from '../../../shared/sync/room-name'
import { partners } from '../../../shared/tools/partners/collections'
import { can } from '../../../shared/tools/partners/permissions'
import { problem } from '../../../shared/tools/partners/problems'
import { PartnerId } from '../../../shared/tools/partners/schema'
import { onRoster } from '../../../shared/tools/partners/selectors'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { hashSecret, newLinkKey } from '../../auth/secrets'
import type { ServerContext, Tx } from '../server-tool'

export type RowLinks = ReturnType<typeof createRowLinks>

/** Private links to partners' rows: made, listed and revoked by facilitators. */
export function createRowLinks(context: ServerContext) {
  /** @throws WorkshopError `request/not-found` unless a facilitator asks */
  function admit(actor: Actor): void {
    if (!can(actor, 'partners/link')) throw kernelProblem('request/not-found')
  }

  /** @throws WorkshopError `partners/unknown-partner` also for those who were taken off */
  async function requirePartner(workshopId: string, given: string): Promise<PartnerId> {
    const id = PartnerId.safeParse(given).data
    const isThere = await context.readDoc(boardRoom(workshopId), (board) => onRoster(partners.all(board)).some((each) => each.id === id))
    if (!id || !isThere) throw problem('partners/unknown-partner')
    return id
  }

  return {
    async list(actor: Actor) {
      admit(actor)
      const rows = await context.db.selectFrom('row_links').where('workshop_id', '=', actor.workshopId).selectAll().execute()
      return {
        links: rows.map(({ partner_id, made_at_ms, used_at_ms }) => ({
          partnerId: PartnerId.parse(partner_id),
          madeAtMs: made_at_ms,
          ...(used_at_ms === null ? {} : { usedAtMs: used_at_ms }),
        })),
      }
    },

    /** Makes the link of a partner; the one before stops working. The answer is the only place where its secret stands. */
    async make(actor: Actor, given: string): Promise<{ readonly url: string }> {
      admit(actor)
      const { workshopId } = actor
      const partnerId = await requirePartner(workshopId, given)
      const key = newLinkKey()
      return context.governed(workshopId, async (tx) => {
        await forget(tx, workshopId, partnerId)
        await tx
          .insertInto('row_links')
          .values({
            key_hash: hashSecret(key),
            workshop_id: workshopId,
            partner_id: partnerId,
            made_at_ms: context.now(),
            made_by: actor.id,
            used_at_ms: null,
          })
          .execute()
        return {
          result: { url: `${context.origin}/row/${workshopId}#k=${key}` },
          ledger: [{ kind: 'row-link/made', payload: { partnerId, by: actor.id } }],
        }
      })
    },

    /** @throws WorkshopError `request/not-found` when there is none */
    async revoke(actor: Actor, partnerId: string): Promise<{ readonly done: true }> {
      admit(actor)
      return context.governed(actor.workshopId, async (tx) => {
        if (!(await forget(tx, actor.workshopId, partnerId))) throw kernelProblem('request/not-found')
        return { result: { done: true }, ledger: [{ kind: 'row-link/revoked', payload: { partnerId, by: actor.id } }] }
      })
    },
  }
}

async function forget(tx: Tx, workshopId: string, partnerId: string): Promise<boolean> {
  const gone = await tx.deleteFrom('row_links').where('workshop_id', '=', workshopId).where('partner_id', '=', partnerId).executeTakeFirst()
  return gone.numDeletedRows > 0n
}
