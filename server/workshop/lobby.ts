import type { z } from 'zod'
import { WorkshopId } from '../../shared/access/actor'
import { recordRoom } from '../../shared/sync/room-name'
import { agenda, participants, workshops } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { problem } from '../../shared/workshop/problems'
import { orderedAgenda, presentParticipants, spokenCode } from '../../shared/workshop/selectors'
import type { ServerContext } from '../tools/server-tool'
import { type Admission, admissionOf, type Secret } from './admission'
import { findDoor, needsAt } from './door'
import { findKnock } from './knocking'
import { findByCode } from './ledger'

type Lobby = z.input<typeof workshopContract.lobby.result>

const facesInLobby = 7

/** The workshop that a code opens. @throws WorkshopError `join/unknown-code` */
export async function lookUpCode(context: ServerContext, code: string) {
  const workshop = await findByCode(context.db, code, context.now())
  if (!workshop) throw problem('join/unknown-code', { code: spokenCode(code) })
  const needs = needsAt(await findDoor(context.db, workshop.id))
  return { workshopId: WorkshopId.parse(workshop.id), title: workshop.title, needs }
}

/**
 * What somebody at the door may know; behind a door that is kept, not who is inside.
 *
 * @throws WorkshopError when the secret does not open this workshop at this device
 */
export async function readLobby(
  context: ServerContext,
  workshopId: string,
  secret: Secret,
  deviceToken: string | undefined,
): Promise<Lobby> {
  const admission = await admissionOf(context.db, workshopId, secret, deviceToken, context.now())
  const needs = admission.kind === 'open' ? needsAt(admission.door) : 'none'
  const isWaiting = needs === 'knock' && (await findKnock(context.db, workshopId, deviceToken))?.state === 'waiting'
  return context.readDoc(recordRoom(workshopId), (doc) => {
    const workshop = workshops.get(doc, workshopId)
    if (!workshop) throw problem('request/not-found')
    const people = [...presentParticipants(participants.all(doc))].sort((a, b) => a.joinedAtMs - b.joinedAtMs)
    const host = people.find((person) => person.role === 'host')
    const seen = needs === 'none' ? people : []
    return {
      workshopId: workshop.id,
      title: workshop.title,
      focusQuestion: workshop.focusQuestion,
      host: { name: host?.name ?? '', organisation: host?.organisation },
      steps: orderedAgenda(agenda.all(doc)).map(({ title, minutes, prompt }) => ({ title, minutes, prompt })),
      people: seen.slice(0, facesInLobby).map(({ name, colour }) => ({ name, colour })),
      peopleCount: people.length,
      organisations: [...new Set(seen.flatMap((person) => person.organisation ?? []))],
      role: admission.role,
      personal: admission.kind === 'return',
      needs,
      isWaiting,
      ...invitedTo(admission),
    }
  })
}

/** Only before it is used: afterwards this is the device of somebody with a seat. */
function invitedTo(admission: Admission): Pick<Lobby, 'invited'> {
  if (admission.kind !== 'invited' || admission.invite.token_hash !== null) return {}
  const { name, organisation, sector } = admission.invite
  return { invited: { name, ...(organisation === null ? {} : { organisation }), ...(sector === null ? {} : { sector }) } }
}
