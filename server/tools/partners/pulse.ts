import type { Actor } from '../../../shared/access/actor'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { partners } from '../../../shared/tools/partners/collections'
import { intermediaryIn } from '../../../shared/tools/partners/intermediary'
import { can } from '../../../shared/tools/partners/permissions'
import { problem } from '../../../shared/tools/partners/problems'
import { type PulseAnswer, type PulsePage, pulseTrends } from '../../../shared/tools/partners/pulse'
import type { Partner } from '../../../shared/tools/partners/schema'
import { onRoster, peopleOf } from '../../../shared/tools/partners/selectors'
import { participants } from '../../../shared/workshop/collections'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { ServerContext } from '../server-tool'

export type PulseService = ReturnType<typeof createPulse>

/** How partners feel about the work: given by their people, seen by the intermediary, kept in no document. */
export function createPulse(context: ServerContext) {
  const { db, governed, readDoc, now } = context
  const today = () => new Date(now()).toISOString().slice(0, 10)
  const rosterOf = (workshopId: string) => readDoc(boardRoom(workshopId), (board) => onRoster(partners.all(board)))

  /** The partner that somebody joined for. */
  async function partnerOf({ workshopId, id }: Actor): Promise<Partner | undefined> {
    const person = await readDoc(recordRoom(workshopId), (record) => participants.get(record, id))
    return person && (await rosterOf(workshopId)).find((partner) => peopleOf(partner, [person]).length > 0)
  }

  /** @throws WorkshopError `request/not-found` for those who only watch, `partners/no-partner` */
  async function admit(actor: Actor): Promise<Partner> {
    if (!can(actor, 'partners/pulse')) throw kernelProblem('request/not-found')
    const partner = await partnerOf(actor)
    if (!partner) throw problem('partners/no-partner')
    return partner
  }

  async function ownOf(actor: Actor, partner: Partner): Promise<PulsePage['own']> {
    const line = await db
      .selectFrom('mission_lines')
      .where('workshop_id', '=', actor.workshopId)
      .where('partner_id', '=', partner.id)
      .select('words')
      .executeTakeFirst()
    const given = await db
      .selectFrom('pulses')
      .where('workshop_id', '=', actor.workshopId)
      .where('participant_id', '=', actor.id)
      .where('given_on', '=', today())
      .select(['serves', 'place'])
      .executeTakeFirst()
    return { name: partner.name, ...(line && line.words !== '' ? { line: line.words } : {}), ...(given ? { today: given } : {}) }
  }

  async function trendsFor({ workshopId, id }: Actor): Promise<PulsePage['trends']> {
    const acts = await readDoc(recordRoom(workshopId), (record) => intermediaryIn(record)?.people.includes(id) ?? false)
    if (!acts) return undefined
    const rows = await db.selectFrom('pulses').where('workshop_id', '=', workshopId).selectAll().execute()
    const given = rows.map(({ partner_id, given_on, serves, place }) => ({ partnerId: partner_id, on: given_on, serves, place }))
    return [...pulseTrends(await rosterOf(workshopId), given)]
  }

  async function read(actor: Actor): Promise<PulsePage> {
    const partner = can(actor, 'partners/pulse') ? await partnerOf(actor) : undefined
    const trends = await trendsFor(actor)
    return { ...(partner ? { own: await ownOf(actor, partner) } : {}), ...(trends ? { trends } : {}) }
  }

  return {
    read,

    async give(actor: Actor, answer: PulseAnswer): Promise<PulsePage> {
      const partner = await admit(actor)
      const key = { workshop_id: actor.workshopId, participant_id: actor.id, given_on: today() }
      await governed(actor.workshopId, async (tx) => {
        const row = { ...key, partner_id: partner.id, ...answer }
        await tx
          .insertInto('pulses')
          .values(row)
          .onConflict((conflict) =>
            conflict.columns(['workshop_id', 'participant_id', 'given_on']).doUpdateSet({ partner_id: partner.id, ...answer }),
          )
          .execute()
        return { result: undefined }
      })
      return read(actor)
    },

    async writeLine(actor: Actor, words: string): Promise<PulsePage> {
      const partner = await admit(actor)
      await governed(actor.workshopId, async (tx) => {
        const row = { workshop_id: actor.workshopId, partner_id: partner.id, words: words.trim() }
        await tx
          .insertInto('mission_lines')
          .values(row)
          .onConflict((conflict) => conflict.columns(['workshop_id', 'partner_id']).doUpdateSet({ words: row.words }))
          .execute()
        return { result: undefined }
      })
      return read(actor)
    },
  }
}
