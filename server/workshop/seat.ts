import { type Actor, ParticipantId, Role, type WorkshopId } from '../../shared/access/actor'
import { problem } from '../../shared/workshop/problems'
import { leaveSeat, takeSeat } from '../auth/seats'
import { newLinkKey } from '../auth/secrets'
import type { ServerContext, Tx } from '../tools/server-tool'
import { admissionOf } from './admission'
import { findPerson, insertLink, revokePersonalLinks } from './ledger'
import { linkUrl } from './opening'

/** Somebody who sits down at a device. */
export interface Sitter {
  readonly workshopId: WorkshopId
  readonly participantId: ParticipantId
  readonly role: Role
  readonly deviceToken: string
  readonly nowMs: number
}

/** Seats a participant at a device, with a private way back to the seat from others. */
export async function sitDown(tx: Tx, origin: string, { workshopId, participantId, role, deviceToken, nowMs }: Sitter) {
  const returnKey = newLinkKey()
  await takeSeat(tx, deviceToken, workshopId, participantId, nowMs)
  await addReturnLink(tx, workshopId, participantId, returnKey, nowMs)
  return { workshopId, participantId, role, returnLink: linkUrl(origin, workshopId, returnKey) }
}

/** Brings somebody back to their seat by a host or return link. @throws WorkshopError `join/unknown-link` */
export async function comeBack(context: ServerContext, workshopId: string, key: string, deviceToken: string) {
  const find = async (db: Tx | ServerContext['db']) => {
    const admission = await admissionOf(db, workshopId, { key }, deviceToken, context.now())
    const person = admission.kind === 'return' ? await findPerson(db, workshopId, admission.personId) : undefined
    if (!person) throw problem('join/unknown-link')
    return person
  }
  await find(context.db)
  return context.governed(workshopId, async (tx) => {
    const person = await find(tx)
    await takeSeat(tx, deviceToken, workshopId, person.id, context.now())
    return { result: { participantId: ParticipantId.parse(person.id), role: Role.parse(person.role) } }
  })
}

/** Makes one's own way back anew; earlier ones stop working. The host's is of kind `host`. */
export async function renewReturnLink(context: ServerContext, actor: Actor): Promise<{ returnLink: string }> {
  const key = newLinkKey()
  return context.governed(actor.workshopId, async (tx) => {
    await revokePersonalLinks(tx, actor.workshopId, actor.id, context.now())
    await addReturnLink(tx, actor.workshopId, actor.id, key, context.now())
    return { result: { returnLink: linkUrl(context.origin, actor.workshopId, key) } }
  })
}

/** Gives up the seat on this device; the person stays in the roster and may come back by their return link. */
export async function leaveWorkshop(context: ServerContext, actor: Actor, deviceToken: string): Promise<void> {
  await context.governed(actor.workshopId, async (tx) => {
    await leaveSeat(tx, deviceToken, actor.workshopId)
    return { result: undefined }
  })
}

async function addReturnLink(tx: Tx, workshopId: string, participantId: string, key: string, nowMs: number): Promise<void> {
  await insertLink(tx, { workshopId, key, kind: 'return', role: 'observer', participantId }, nowMs)
}
