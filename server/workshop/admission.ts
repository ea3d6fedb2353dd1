import { Role } from '../../shared/access/actor'
import { problem } from '../../shared/workshop/problems'
import { spokenCode } from '../../shared/workshop/selectors'
import { seatOfDevice } from '../auth/seats'
import { type Door, findDoor } from './door'
import { checkInvite, findInvite, type InviteRow } from './invites'
import { findByCode, findLink, findPerson, findWorkshop, type LiveLink, type Reader } from './ledger'

/** What somebody holds who comes to a workshop. */
export interface Secret {
  readonly key?: string | undefined
  readonly code?: string | undefined
}

/** What a code or a link's key opens, and for whom. `role` is the most that it gives. */
export type Admission =
  | Entry
  /** A host or return link: the one person whom it brings back. */
  | { readonly kind: 'return'; readonly role: Role; readonly personId: string }

/** What may make a new seat. */
export type Entry =
  /** The code or an open link: for whoever has it and passes the door. */
  | { readonly kind: 'open'; readonly role: Role; readonly door: Door; readonly linkId?: string }
  /** A personal invite: past the door, on one device. */
  | { readonly kind: 'invited'; readonly role: Role; readonly invite: InviteRow }

/**
 * What a secret opens just now, at this device.
 *
 * @throws WorkshopError `join/unknown-code`, `join/unknown-link`, `join/invite-used`, `join/invite-expired`
 */
export async function admissionOf(
  db: Reader,
  workshopId: string,
  secret: Secret,
  deviceToken: string | undefined,
  nowMs: number,
): Promise<Admission> {
  if (secret.code !== undefined) {
    const workshop = await findByCode(db, secret.code, nowMs)
    if (workshop?.id !== workshopId) throw problem('join/unknown-code', { code: spokenCode(secret.code) })
    return { kind: 'open', role: 'contributor', door: await findDoor(db, workshopId) }
  }
  const key = secret.key ?? ''
  if (!(await findWorkshop(db, workshopId))) throw problem('join/unknown-link')
  const link = await findLink(db, workshopId, key, nowMs)
  if (link) return admissionByLink(db, link)
  const invite = await findInvite(db, workshopId, key)
  if (!invite) throw problem('join/unknown-link')
  checkInvite(invite, deviceToken, nowMs)
  return { kind: 'invited', role: Role.parse(invite.role), invite }
}

/**
 * Whose seat somebody would come to, removed or not: that of their invite, or that of this device. Somebody removed
 * may come again by a fresh invite, which is meant for them.
 */
export async function seatedBy(db: Reader, workshopId: string, entry: Entry, deviceToken: string): Promise<string | undefined> {
  if (entry.kind === 'invited' && entry.invite.participant_id !== null) return entry.invite.participant_id
  const seatedId = await seatOfDevice(db, deviceToken, workshopId)
  if (seatedId === undefined || entry.kind === 'open') return seatedId
  return (await findPerson(db, workshopId, seatedId))?.id
}

async function admissionByLink(db: Reader, { id, workshopId, role, participantId }: LiveLink): Promise<Admission> {
  if (participantId === null) {
    // Facilitators' own links are sent to one person each, who is trusted with the door itself.
    const door = role === 'facilitator' ? ({ kind: 'open' } as const) : await findDoor(db, workshopId)
    return { kind: 'open', role, door, linkId: id }
  }
  const person = await findPerson(db, workshopId, participantId)
  if (!person) throw problem('join/unknown-link')
  return { kind: 'return', role: Role.parse(person.role), personId: person.id }
}
