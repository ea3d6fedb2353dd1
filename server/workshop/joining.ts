import type { z } from 'zod'
import { type Actor, atLeast, ParticipantId, Role, WorkshopId } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import { recordRoom } from '../../shared/sync/room-name'
import { agenda, participants, workshops } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import { orderedAgenda, presentParticipants, spokenCode } from '../../shared/workshop/selectors'
import { leaveSeat, seatOfDevice, takeSeat } from '../auth/seats'
import { newLinkKey } from '../auth/secrets'
import type { ServerContext, Tx } from '../tools/server-tool'
import {
  countUse,
  findByCode,
  findLink,
  findPerson,
  findWorkshop,
  insertLink,
  presentPeople,
  revokePersonalLinks,
  touchJoinCode,
} from './ledger'
import { linkUrl } from './opening'
import { newPerson, publicPerson } from './person'

type Joining = z.output<typeof workshopContract.join.body & {}>
type Joined = z.input<typeof workshopContract.join.result>
type Lobby = z.input<typeof workshopContract.lobby.result>
type Secret = { readonly key?: string | undefined; readonly code?: string | undefined }

/** What a code or a link's key opens. */
interface Admission {
  /** Most rights that it gives. */
  readonly role: Role
  /** Undefined for the code. */
  readonly linkId?: string
  /** The one person whom it brings back. */
  readonly personId?: string
}

const facesInLobby = 7

/** The workshop that a code opens. @throws WorkshopError `join/unknown-code` */
export async function lookUpCode(context: ServerContext, code: string) {
  const workshop = await findByCode(context.db, code, context.now())
  if (!workshop) throw problem('join/unknown-code', { code: spokenCode(code) })
  return { workshopId: WorkshopId.parse(workshop.id), title: workshop.title, needs: 'none' as const }
}

/** What somebody at the door may know. @throws WorkshopError when the secret does not open this workshop */
export async function readLobby(context: ServerContext, workshopId: string, secret: Secret): Promise<Lobby> {
  const admission = await admissionOf(context.db, workshopId, secret, context.now())
  return context.readDoc(recordRoom(workshopId), (doc) => {
    const workshop = workshops.get(doc, workshopId)
    if (!workshop) throw problem('request/not-found')
    const people = [...presentParticipants(participants.all(doc))].sort((a, b) => a.joinedAtMs - b.joinedAtMs)
    const host = people.find((person) => person.role === 'host')
    return {
      workshopId: workshop.id,
      title: workshop.title,
      focusQuestion: workshop.focusQuestion,
      host: { name: host?.name ?? '', organisation: host?.organisation },
      steps: orderedAgenda(agenda.all(doc)).map(({ title, minutes, prompt }) => ({ title, minutes, prompt })),
      people: people.slice(0, facesInLobby).map(({ name, colour }) => ({ name, colour })),
      peopleCount: people.length,
      organisations: [...new Set(people.flatMap((person) => person.organisation ?? []))],
      role: admission.role,
      personal: admission.personId !== undefined,
    }
  })
}

/**
 * Seats somebody new at this device, or gives the device its old seat back.
 *
 * @throws WorkshopError `join/unknown-code`, `join/unknown-link`, `workshop/full`, `join/removed`
 */
export async function joinWorkshop(context: ServerContext, workshopId: string, joining: Joining, deviceToken: string): Promise<Joined> {
  // Asked outside the queue first, so that guessing cannot hold up the writers.
  await admissionOf(context.db, workshopId, joining, context.now())
  const nowMs = context.now()
  return context.governed(workshopId, async (tx) => {
    const admission = await admissionOf(tx, workshopId, joining, nowMs)
    const seatedId = admission.personId ?? (await seatOfDevice(tx, deviceToken, workshopId))
    const returnKey = newLinkKey()
    if (seatedId !== undefined) {
      const person = await findPerson(tx, workshopId, seatedId)
      if (!person) throw problem('join/removed')
      await takeSeat(tx, deviceToken, workshopId, person.id, nowMs)
      await addReturnLink(tx, workshopId, person.id, returnKey, nowMs)
      return { result: joined(context.origin, workshopId, person.id, Role.parse(person.role), returnKey) }
    }
    const before = await countPeople(tx, workshopId)
    if (before.present >= limits.participants) throw problem('workshop/full', { limit: limits.participants })
    const role = roleFor(admission.role, joining.as)
    const person = newPerson(workshopId, joining, role, admission.linkId ?? 'code', 'open-link', before.ever, nowMs)
    await tx.insertInto('participants').values(person).execute()
    if (admission.linkId !== undefined) await countUse(tx, admission.linkId)
    await touchJoinCode(tx, workshopId, nowMs)
    await takeSeat(tx, deviceToken, workshopId, person.id, nowMs)
    await addReturnLink(tx, workshopId, person.id, returnKey, nowMs)
    return {
      result: joined(context.origin, workshopId, person.id, Role.parse(person.role), returnKey),
      writes: [{ room: recordRoom(workshopId), write: (doc) => participants.put(doc, publicPerson(person)) }],
      ledger: [{ kind: 'participant/joined', payload: { participantId: person.id, role: person.role } }],
    }
  })
}

/** Brings somebody back to their seat by a host or return link. @throws WorkshopError `join/unknown-link` */
export async function comeBack(context: ServerContext, workshopId: string, key: string, deviceToken: string) {
  const find = async (db: Tx | ServerContext['db']) => {
    const { personId } = await admissionOf(db, workshopId, { key }, context.now())
    const person = personId === undefined ? undefined : await findPerson(db, workshopId, personId)
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

/** The role asked for, but never more than the link gives. */
export function roleFor(most: Role, asked: 'contributor' | 'observer' | undefined): Role {
  if (asked === undefined) return most
  return atLeast(most, asked) ? asked : most
}

async function admissionOf(db: Tx | ServerContext['db'], workshopId: string, secret: Secret, nowMs: number): Promise<Admission> {
  if (secret.code !== undefined) {
    const workshop = await findByCode(db, secret.code, nowMs)
    if (workshop?.id !== workshopId) throw problem('join/unknown-code', { code: spokenCode(secret.code) })
    return { role: 'contributor' }
  }
  const workshop = await findWorkshop(db, workshopId)
  const link = workshop && (await findLink(db, workshopId, secret.key ?? '', nowMs))
  if (!link) throw problem('join/unknown-link')
  if (link.participantId === null) return { role: link.role, linkId: link.id }
  const person = await findPerson(db, workshopId, link.participantId)
  if (!person) throw problem('join/unknown-link')
  return { role: Role.parse(person.role), linkId: link.id, personId: person.id }
}

async function addReturnLink(tx: Tx, workshopId: string, participantId: string, key: string, nowMs: number): Promise<void> {
  await insertLink(tx, { workshopId, key, kind: 'return', role: 'observer', participantId }, nowMs)
}

async function countPeople(tx: Tx, workshopId: string): Promise<{ present: number; ever: number }> {
  const present = await presentPeople(tx, workshopId)
  const all = await tx
    .selectFrom('participants')
    .where('workshop_id', '=', workshopId)
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return { present: present.length, ever: Number(all.count) }
}

function joined(origin: string, workshopId: string, participantId: string, role: Role, returnKey: string): Joined {
  return {
    workshopId: WorkshopId.parse(workshopId),
    participantId: ParticipantId.parse(participantId),
    role,
    returnLink: linkUrl(origin, workshopId, returnKey),
  }
}
