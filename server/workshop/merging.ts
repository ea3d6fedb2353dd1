import type { Actor, ParticipantId } from '../../shared/access/actor'
import { IdentityLevel, identityLevels } from '../../shared/access/identity'
import { participants } from '../../shared/workshop/collections'
import { problem } from '../../shared/workshop/problems'
import type { ServerContext, Tx } from '../tools/server-tool'
import { recordWrite } from './leading'
import { type PersonRow, requirePerson, savePerson } from './ledger'
import { publicPerson } from './person'

/**
 * Makes two seats of one person into one. The devices and return links of the seat that goes open the one that is kept;
 * its notes keep their author, who bears the kept name from now on. The stronger proof of who it is counts for both.
 *
 * @throws WorkshopError `workshop/same-seat`, `workshop/unknown-person`, `workshop/host-stays`; `access/not-yours` when
 * somebody else would come to sit in the host's seat
 */
export async function mergePeople(
  context: ServerContext,
  actor: Actor,
  fromId: string,
  intoId: ParticipantId,
): Promise<{ participantId: ParticipantId }> {
  if (fromId === intoId) throw problem('workshop/same-seat')
  const nowMs = context.now()
  return context.governed(actor.workshopId, async (tx) => {
    const from = await requirePerson(tx, actor.workshopId, fromId)
    const into = await requirePerson(tx, actor.workshopId, intoId)
    if (from.role === 'host') throw problem('workshop/host-stays')
    if (into.role === 'host' && actor.id !== into.id) throw problem('access/not-yours', { who: 'the host' })
    const kept = { ...into, identity: strongerOf(from, into) }
    await savePerson(tx, kept)
    await moveBelongings(tx, from.id, kept.id)
    const gone = [...(await mergedBefore(tx, from)), { ...from, removed_at_ms: nowMs }].map((row) => asPartOf(row, kept))
    for (const row of gone) await savePerson(tx, row)
    return {
      result: { participantId: intoId },
      writes: [
        recordWrite(actor, (doc) => {
          participants.patch(doc, kept.id, { identity: kept.identity })
          for (const row of gone) participants.patch(doc, row.id, facesOfMerged(row))
        }),
      ],
      facts: [{ kind: 'people/merged', from: publicPerson(from).id, into: intoId, atMs: nowMs }],
      ledger: [{ kind: 'participant/merged', payload: { from: from.id, into: kept.id, by: actor.id } }],
    }
  })
}

/** The seats that became part of this one, as they are called once it is called so. */
export async function renamedWith(tx: Tx, kept: PersonRow): Promise<readonly PersonRow[]> {
  const rows = (await mergedBefore(tx, kept)).map((row) => asPartOf(row, kept))
  for (const row of rows) await savePerson(tx, row)
  return rows
}

/** What the record shows of a seat that became part of another. */
export function facesOfMerged(row: PersonRow) {
  const { name, organisation, colour, removed, mergedInto } = publicPerson(row)
  return { name, organisation, colour, removed, mergedInto }
}

function mergedBefore(tx: Tx, { id, workshop_id }: PersonRow): Promise<PersonRow[]> {
  return tx.selectFrom('participants').where('workshop_id', '=', workshop_id).where('merged_into', '=', id).selectAll().execute()
}

function asPartOf(row: PersonRow, { id, name, organisation, colour }: PersonRow): PersonRow {
  return { ...row, name, organisation, colour, merged_into: id }
}

function strongerOf(a: PersonRow, b: PersonRow): IdentityLevel {
  const rank = (row: PersonRow) => identityLevels.indexOf(IdentityLevel.parse(row.identity))
  return IdentityLevel.parse(rank(a) > rank(b) ? a.identity : b.identity)
}

/** Devices, ways back and invites. */
async function moveBelongings(tx: Tx, fromId: string, intoId: string): Promise<void> {
  const participant = { participant_id: intoId }
  await tx.updateTable('seats').set(participant).where('participant_id', '=', fromId).execute()
  await tx.updateTable('links').set(participant).where('participant_id', '=', fromId).execute()
  await tx.updateTable('invites').set(participant).where('participant_id', '=', fromId).execute()
}
