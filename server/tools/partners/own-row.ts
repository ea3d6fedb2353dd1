import type { z } from 'zod'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { partners } from '../../../shared/tools/partners/collections'
import type { contract, RowPage } from '../../../shared/tools/partners/contract'
import { mergedLists, patchPartner } from '../../../shared/tools/partners/entries'
import { problem } from '../../../shared/tools/partners/problems'
import { ownRowOf } from '../../../shared/tools/partners/row'
import type { Partner } from '../../../shared/tools/partners/schema'
import { locks, workshops } from '../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { lockOf } from '../../../shared/workshop/selectors'
import { hashSecret } from '../../auth/secrets'
import type { ServerContext, Tx } from '../server-tool'

type Wish = z.output<typeof contract.editRow.body & {}>

export type OwnRowService = ReturnType<typeof createOwnRow>

/** A partner's row, read and written by whoever holds its private link: the server writes it on the board. */
export function createOwnRow(context: ServerContext) {
  /** @throws WorkshopError `join/unknown-link`, `partners/off-the-list` */
  async function find(db: ServerContext['db'] | Tx, workshopId: string, key: string): Promise<Partner> {
    const link = await db
      .selectFrom('row_links')
      .innerJoin('workshops', 'workshops.id', 'row_links.workshop_id')
      .where('row_links.key_hash', '=', hashSecret(key))
      .where('row_links.workshop_id', '=', workshopId)
      .where('workshops.deleted_at_ms', 'is', null)
      .select('row_links.partner_id')
      .executeTakeFirst()
    if (!link) throw kernelProblem('join/unknown-link')
    const partner = await context.readDoc(boardRoom(workshopId), (board) => partners.get(board, link.partner_id))
    if (!partner) throw problem('partners/off-the-list', { name: 'This partner' })
    if (partner.removedAtMs !== undefined) throw problem('partners/off-the-list', { name: partner.name })
    return partner
  }

  function frame(workshopId: string): Promise<Pick<RowPage, 'workshopTitle' | 'isLocked'>> {
    return context.readDoc(recordRoom(workshopId), (record) => ({
      workshopTitle: workshops.get(record, workshopId)?.title ?? '',
      isLocked: lockOf(locks.all(record), 'partners') !== undefined,
    }))
  }

  return {
    async read(workshopId: string, key: string): Promise<RowPage> {
      const partner = await find(context.db, workshopId, key)
      return { ...(await frame(workshopId)), name: partner.name, row: ownRowOf(partner) }
    },

    /**
     * Writes what the partner said and takes away what it emptied; everything else stays as others have it.
     *
     * @throws WorkshopError `join/unknown-link`, `partners/off-the-list`, `partners/locked`
     */
    async edit(workshopId: string, { key, said, takenAway, seen }: Wish): Promise<RowPage> {
      const changes = { ...said, ...Object.fromEntries(takenAway.map((field) => [field, undefined])) }
      return context.governed(workshopId, async (tx) => {
        const partner = await find(tx, workshopId, key)
        const around = await frame(workshopId)
        if (around.isLocked) throw problem('partners/locked')
        await tx.updateTable('row_links').set({ used_at_ms: context.now() }).where('key_hash', '=', hashSecret(key)).execute()
        return {
          result: { ...around, name: partner.name, row: ownRowOf({ ...partner, ...changes, ...mergedLists(partner, changes, seen) }) },
          writes: [{ room: boardRoom(workshopId), write: (board) => void patchPartner(board, partner.id, changes, seen) }],
        }
      })
    },
  }
}
