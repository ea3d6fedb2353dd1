import type { z } from 'zod'
import { newId } from '../../shared/doc/ids'
import { boardRoom, recordRoom } from '../../shared/sync/room-name'
import { agenda, participants, workshops } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import type { Workshop } from '../../shared/workshop/schema'
import { takeSeat } from '../auth/seats'
import { newLinkKey } from '../auth/secrets'
import type { ServerContext, Tx } from '../tools/server-tool'
import { freeJoinCode, insertLink } from './ledger'
import { newPerson, publicPerson } from './person'
import { planOf } from './plan'

type Opening = z.output<typeof workshopContract.create.body & {}>
type Opened = z.input<typeof workshopContract.create.result>

/** Opens a workshop in one transaction: rows, links, the host's seat at this device, and the seeded documents. */
export async function openWorkshop(context: ServerContext, opening: Opening, deviceToken: string): Promise<Opened> {
  const workshopId = newId('ws')
  const plan = planOf(opening.agenda)
  const nowMs = context.now()
  return context.governed(workshopId, async (tx) => {
    const joinCode = await freeJoinCode(tx)
    await tx
      .insertInto('workshops')
      .values({
        id: workshopId,
        title: opening.title,
        opened_as: null,
        created_at_ms: nowMs,
        template: plan.template ?? null,
        join_code: joinCode,
        join_code_used_at_ms: nowMs,
        deleted_at_ms: null,
      })
      .execute()
    const host = newPerson(workshopId, opening.host, 'host', 'opened', 'personal-invite', 0, nowMs)
    await tx.insertInto('participants').values(host).execute()
    for (const { stepId, notes } of plan.scripts) {
      await tx.insertInto('step_scripts').values({ workshop_id: workshopId, step_id: stepId, notes }).execute()
    }
    const links = await firstLinks(tx, context.origin, workshopId, host.id, nowMs)
    await takeSeat(tx, deviceToken, workshopId, host.id, nowMs)
    const workshop: Workshop = {
      id: workshopId,
      title: opening.title,
      ...(opening.focusQuestion ? { focusQuestion: opening.focusQuestion } : {}),
      ...(plan.template ? { template: plan.template } : {}),
      stepId: plan.steps[0]?.id ?? '',
      timer: { state: 'none' },
      joinCode,
      joinUrl: joinUrl(context.origin, joinCode),
      revision: 0,
      createdAtMs: nowMs,
    }
    return {
      result: { workshopId, participantId: publicPerson(host).id, role: 'host' as const, links, joinCode },
      writes: [
        {
          room: recordRoom(workshopId),
          write(doc) {
            workshops.put(doc, workshop)
            for (const step of plan.steps) agenda.put(doc, step)
            participants.put(doc, publicPerson(host))
          },
        },
        { room: boardRoom(workshopId), write() {} },
      ],
      ledger: [{ kind: 'workshop/opened', payload: { by: host.id } }],
    }
  })
}

/** The address on the QR code: plain, without any secret. */
export function joinUrl(origin: string, joinCode: string): string {
  return `${origin}/j/${joinCode}`
}

/** The address of a link, at a step or where the group is; its secret stands in the fragment, which browsers never send. */
export function linkUrl(origin: string, workshopId: string, key: string, stepId?: string): string {
  return `${origin}/w/${workshopId}${stepId === undefined ? '' : `/${stepId}`}#k=${key}`
}

async function firstLinks(tx: Tx, origin: string, workshopId: string, hostId: string, nowMs: number): Promise<Opened['links']> {
  const [host, join, observe] = [newLinkKey(), newLinkKey(), newLinkKey()]
  await insertLink(tx, { workshopId, key: host, kind: 'host', role: 'host', participantId: hostId }, nowMs)
  await insertLink(tx, { workshopId, key: join, kind: 'join', role: 'contributor', createdBy: hostId }, nowMs)
  await insertLink(tx, { workshopId, key: observe, kind: 'join', role: 'observer', createdBy: hostId }, nowMs)
  const url = (key: string) => linkUrl(origin, workshopId, key)
  return { host: url(host), join: url(join), observe: url(observe) }
}
