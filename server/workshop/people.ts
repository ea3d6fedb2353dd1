import type { z } from 'zod'
import { type Actor, ParticipantId, Role } from '../../shared/access/actor'
import { participants } from '../../shared/workshop/collections'
import type { workshopContract } from '../../shared/workshop/contract'
import { can } from '../../shared/workshop/permissions'
import { problem } from '../../shared/workshop/problems'
import type { ServerContext, Tx } from '../tools/server-tool'
import { recordWrite } from './leading'
import { type PersonRow, requirePerson, revokePersonalLinks, savePerson } from './ledger'
import { facesOfMerged, renamedWith } from './merging'
import { publicPerson } from './person'

type Change = z.output<typeof workshopContract.changeParticipant.body & {}>
type Changed = { participantId: ParticipantId; role: Role; removed: boolean }

/**
 * Promotes, demotes, removes, or renames somebody; only oneself may be renamed, and the host is never demoted.
 *
 * @throws WorkshopError `request/not-found` when the actor may not, `workshop/host-stays`, `workshop/unknown-person`
 */
export async function changeParticipant(context: ServerContext, actor: Actor, participantId: string, change: Change): Promise<Changed> {
  const isName = 'name' in change
  if (isName ? participantId !== actor.id : !can(actor, 'workshop/change-people')) throw problem('request/not-found')
  return context.governed(actor.workshopId, async (tx) => {
    const before = await requirePerson(tx, actor.workshopId, participantId)
    if (before.role === 'host' && !isName) throw problem('workshop/host-stays')
    const after = applied(before, change, context.now())
    await savePerson(tx, after)
    if (after.removed_at_ms !== null) await turnOut(tx, actor, participantId, context.now())
    const merged = isName ? await renamedWith(tx, after) : []
    return {
      result: { participantId: ParticipantId.parse(after.id), role: Role.parse(after.role), removed: after.removed_at_ms !== null },
      writes: [
        recordWrite(actor, (doc) => {
          participants.patch(doc, participantId, facesOf(after))
          for (const row of merged) participants.patch(doc, row.id, facesOfMerged(row))
        }),
      ],
      ledger: isName ? [] : [{ kind: 'participant/changed', payload: { participantId, ...change, by: actor.id } }],
    }
  })
}

/** Makes somebody else the host; the old host stays on as a facilitator. */
export async function handOver(context: ServerContext, actor: Actor, participantId: string): Promise<{ hostId: ParticipantId }> {
  return context.governed(actor.workshopId, async (tx) => {
    const host = await requirePerson(tx, actor.workshopId, actor.id)
    if (host.role !== 'host') throw problem('request/not-found')
    if (host.id === participantId) throw problem('workshop/host-stays')
    const previous = { ...host, role: 'facilitator' }
    const next = { ...(await requirePerson(tx, actor.workshopId, participantId)), role: 'host' }
    await savePerson(tx, previous)
    await savePerson(tx, next)
    return {
      result: { hostId: ParticipantId.parse(next.id) },
      writes: [
        recordWrite(actor, (doc) => {
          participants.patch(doc, previous.id, { role: 'facilitator' })
          participants.patch(doc, next.id, { role: 'host' })
        }),
      ],
      ledger: [{ kind: 'workshop/handed-over', payload: { from: previous.id, to: next.id } }],
    }
  })
}

function applied(row: PersonRow, change: Change, nowMs: number): PersonRow {
  if ('role' in change) return { ...row, role: change.role }
  if ('removed' in change) return { ...row, removed_at_ms: nowMs }
  const { name, organisation, sector, level } = change
  return { ...row, name, organisation: organisation ?? null, sector: sector ?? null, level: level ?? null }
}

/** Every field, also the empty ones, so that a patch takes away what is no longer there. */
function facesOf(row: PersonRow) {
  const { name, role, organisation, sector, level, removed } = publicPerson(row)
  return { name, role, organisation, sector, level, removed }
}

/** The removed keep no way back. Their seat stays on record, so that the same device is not seated anew. */
async function turnOut(tx: Tx, actor: Actor, participantId: string, nowMs: number): Promise<void> {
  await revokePersonalLinks(tx, actor.workshopId, participantId, nowMs)
}
