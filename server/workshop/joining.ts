import type { z } from 'zod'
import { atLeast, ParticipantId, Role, WorkshopId } from '../../shared/access/actor'
import type { IdentityLevel } from '../../shared/access/identity'
import { limits } from '../../shared/sync/limits'
import { participants } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import type { Effects, ServerContext, Tx } from '../tools/server-tool'
import { type Admission, admissionOf, type Entry, seatedBy } from './admission'
import { checkPassphrase } from './door'
import { bindInvite, type InviteRow } from './invites'
import { findKnock, forgetKnock, knock } from './knocking'
import { bumpRevision, recordWrite } from './leading'
import { countUse, findPerson, presentPeople, savePerson, touchJoinCode } from './ledger'
import { type Introduction, newPerson, publicPerson } from './person'
import { sitDown } from './seat'

type Joining = z.output<typeof workshopContract.join.body & {}>
type Answer = z.input<typeof workshopContract.join.result>

/** One request to come in. */
interface Arrival {
  readonly workshopId: WorkshopId
  readonly joining: Joining
  readonly deviceToken: string
  readonly nowMs: number
}

/** Who sits down, once the door is passed. */
interface Newcomer {
  readonly introduction: Introduction
  readonly role: Role
  readonly identity: IdentityLevel
}

const waiting = { waiting: true } as const

/**
 * Seats somebody new at this device, once the door lets them; or gives the device, or the one person whom the link is
 * for, the old seat back.
 *
 * @throws WorkshopError `join/...` when the code, link, invite or passphrase is not right, or nobody lets them in;
 * `workshop/full`
 */
export async function joinWorkshop(context: ServerContext, workshopId: string, joining: Joining, deviceToken: string): Promise<Answer> {
  const { db, origin } = context
  const nowMs = context.now()
  // Asked outside the queue first, so that neither guessing nor waiting at the door holds up the writers.
  const asked = await admissionOf(db, workshopId, joining, deviceToken, nowMs)
  const isNew = asked.kind !== 'return' && (await seatedBy(db, workshopId, asked, deviceToken)) === undefined
  const checkedHash = isNew ? await checkAtDoor(asked, joining.passphrase) : undefined
  if (isNew && (await isStillWaiting(db, asked, workshopId, deviceToken))) return waiting
  const arrival: Arrival = { workshopId: WorkshopId.parse(workshopId), joining, deviceToken, nowMs }
  return context.governed<Answer>(workshopId, async (tx) => {
    const admission = await admissionOf(tx, workshopId, joining, deviceToken, nowMs)
    if (admission.kind === 'return') return bringBack(tx, origin, arrival, admission, admission.personId)
    const seatedId = await seatedBy(tx, workshopId, admission, deviceToken)
    if (seatedId !== undefined) return bringBack(tx, origin, arrival, admission, seatedId)
    const newcomer = await passDoor(tx, arrival, admission, checkedHash)
    if (newcomer === 'waiting') return { result: waiting }
    if (newcomer === 'knocked') return { result: waiting, writes: [recordWrite(arrival, (doc) => bumpRevision(doc, workshopId))] }
    return seatNew(tx, origin, arrival, admission, newcomer)
  })
}

/** The passphrase's hash that was met; undefined where none is asked for. */
async function checkAtDoor(admission: Admission, passphrase: string | undefined): Promise<string | undefined> {
  if (admission.kind !== 'open' || admission.door.kind !== 'passphrase') return undefined
  await checkPassphrase(admission.door.hash, passphrase)
  return admission.door.hash
}

async function isStillWaiting(db: ServerContext['db'], admission: Admission, workshopId: string, deviceToken: string): Promise<boolean> {
  if (admission.kind !== 'open' || admission.door.kind !== 'knock') return false
  return (await findKnock(db, workshopId, deviceToken))?.state === 'waiting'
}

/** What the door makes of somebody new. A passphrase that was changed a moment ago is asked for anew. */
async function passDoor(
  tx: Tx,
  { workshopId, joining, deviceToken, nowMs }: Arrival,
  admission: Entry,
  checkedHash: string | undefined,
): Promise<Newcomer | 'knocked' | 'waiting'> {
  const role = roleFor(admission.role, joining.as)
  if (admission.kind === 'invited') return { introduction: asInvited(joining, admission.invite), role, identity: 'personal-invite' }
  switch (admission.door.kind) {
    case 'open':
      return { introduction: joining, role, identity: 'open-link' }
    case 'passphrase':
      if (admission.door.hash !== checkedHash) throw problem('join/wrong-passphrase')
      return { introduction: joining, role, identity: 'lobby' }
    case 'knock': {
      const answer = await knock(tx, workshopId, joining, role, deviceToken, nowMs)
      return typeof answer === 'string' ? answer : { introduction: answer, role: answer.role, identity: 'lobby' }
    }
  }
}

async function seatNew(
  tx: Tx,
  origin: string,
  arrival: Arrival,
  admission: Entry,
  { introduction, role, identity }: Newcomer,
): Promise<Effects<Answer>> {
  const { workshopId, deviceToken, nowMs } = arrival
  const before = await countPeople(tx, workshopId)
  if (before.present >= limits.participants) throw problem('workshop/full', { limit: limits.participants })
  const person = newPerson(workshopId, introduction, role, joinedBy(admission), identity, before.ever, nowMs)
  await tx.insertInto('participants').values(person).execute()
  if (admission.kind === 'open' && admission.linkId !== undefined) await countUse(tx, admission.linkId)
  if (admission.kind === 'invited') await bindInvite(tx, admission.invite.id, deviceToken, person.id)
  await touchJoinCode(tx, workshopId, nowMs)
  const hadKnocked = await forgetKnock(tx, workshopId, deviceToken)
  const seen = publicPerson(person)
  return {
    result: await sitDown(tx, origin, { ...arrival, participantId: seen.id, role }),
    writes: [
      recordWrite(arrival, (doc) => {
        participants.put(doc, seen)
        if (hadKnocked) bumpRevision(doc, workshopId)
      }),
    ],
    ledger: [{ kind: 'participant/joined', payload: { participantId: person.id, role, identity } }],
  }
}

/** Somebody who has a seat comes to it from this device. An invite that they use here proves who they are from now on. */
async function bringBack(tx: Tx, origin: string, arrival: Arrival, admission: Admission, personId: string): Promise<Effects<Answer>> {
  const { workshopId, deviceToken } = arrival
  const person = await findPerson(tx, workshopId, personId)
  if (!person) throw problem('join/removed')
  const result = await sitDown(tx, origin, { ...arrival, participantId: ParticipantId.parse(person.id), role: Role.parse(person.role) })
  if (admission.kind !== 'invited') return { result }
  await bindInvite(tx, admission.invite.id, deviceToken, person.id)
  await savePerson(tx, { ...person, identity: 'personal-invite' })
  return { result, writes: [recordWrite(arrival, (doc) => participants.patch(doc, person.id, { identity: 'personal-invite' }))] }
}

/** The role asked for, but never more than the link gives. */
export function roleFor(most: Role, asked: 'contributor' | 'observer' | undefined): Role {
  if (asked === undefined) return most
  return atLeast(most, asked) ? asked : most
}

/** What somebody says of themselves, and for the rest what was known when they were invited. */
function asInvited({ name, organisation, sector, level }: Introduction, invite: InviteRow): Introduction {
  return {
    name,
    organisation: organisation ?? invite.organisation ?? undefined,
    sector: sector ?? invite.sector ?? undefined,
    level: level ?? invite.level ?? undefined,
  }
}

function joinedBy(admission: Entry): string {
  return admission.kind === 'invited' ? admission.invite.id : (admission.linkId ?? 'code')
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
