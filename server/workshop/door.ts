import type { z } from 'zod'
import type { Actor } from '../../shared/access/actor'
import { workshops } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import { DoorKind } from '../../shared/workshop/schema'
import { hashPassphrase, isPassphrase } from '../auth/passphrase'
import type { ServerContext } from '../tools/server-tool'
import { clearDoor } from './knocking'
import { bumpRevision, recordWrite } from './leading'
import type { Reader } from './ledger'

type Wish = z.output<typeof workshopContract.setDoor.body & {}>

/** How a workshop's door is kept. */
export type Door = { readonly kind: 'open' | 'knock' } | { readonly kind: 'passphrase'; readonly hash: string }

/** The door of a workshop; open where nobody chose. */
export async function findDoor(db: Reader, workshopId: string): Promise<Door> {
  const row = await db.selectFrom('doors').where('workshop_id', '=', workshopId).selectAll().executeTakeFirst()
  const kind = DoorKind.parse(row?.kind ?? 'open')
  return kind === 'passphrase' ? { kind, hash: row?.passphrase_hash ?? '' } : { kind }
}

/** What a door asks of somebody, in the words of the contract. */
export function needsAt(door: Door): 'none' | 'passphrase' | 'knock' {
  return door.kind === 'open' ? 'none' : door.kind
}

/** Chooses how people come in from now on. Whoever waits is not forgotten by mistake: the next request finds the new door. */
export async function setDoor(context: ServerContext, actor: Actor, wish: Wish): Promise<{ door: DoorKind }> {
  // Hashing takes its time, and the writers shall not wait for it.
  const hash = wish.door === 'passphrase' ? await hashPassphrase(wish.passphrase) : null
  const { workshopId } = actor
  return context.governed(workshopId, async (tx) => {
    const door = { kind: wish.door, passphrase_hash: hash }
    await tx
      .insertInto('doors')
      .values({ workshop_id: workshopId, ...door })
      .onConflict((conflict) => conflict.column('workshop_id').doUpdateSet(door))
      .execute()
    if (wish.door !== 'knock') await clearDoor(tx, workshopId)
    const write = recordWrite(actor, (doc) => {
      workshops.patch(doc, workshopId, { door: wish.door })
      bumpRevision(doc, workshopId)
    })
    return {
      result: { door: wish.door },
      writes: [write],
      ledger: [{ kind: 'door/changed', payload: { door: wish.door, by: actor.id } }],
    }
  })
}

/**
 * Holds a passphrase against the door's.
 *
 * @throws WorkshopError `join/needs-passphrase`, `join/wrong-passphrase`
 */
export async function checkPassphrase(hash: string, given: string | undefined): Promise<void> {
  if (given === undefined || given.trim() === '') throw problem('join/needs-passphrase')
  if (!(await isPassphrase(given, hash))) throw problem('join/wrong-passphrase')
}
