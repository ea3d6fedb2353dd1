import type { Actor } from '../../../shared/access/actor'
import type { BodyOf } from '../../../shared/http/endpoint'
import { boardRoom, recordRoom } from '../../../shared/sync/room-name'
import { intermediaries, partners } from '../../../shared/tools/partners/collections'
import type { contract } from '../../../shared/tools/partners/contract'
import { intermediaryIn } from '../../../shared/tools/partners/intermediary'
import { can } from '../../../shared/tools/partners/permissions'
import { problem } from '../../../shared/tools/partners/problems'
import type { Intermediary, PartnerId } from '../../../shared/tools/partners/schema'
import { onRoster } from '../../../shared/tools/partners/selectors'
import type { DecidedOption } from '../../../shared/tools/tool'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { DocWrite, Fact, ServerContext, Tx } from '../server-tool'

/** What the choice of the intermediary asks of other tools. */
interface IntermediaryPorts {
  decidedIn(workshopId: string): Promise<readonly DecidedOption[]>
}

export type IntermediaryService = ReturnType<typeof createIntermediary>

/** Takes over which partner a vote chose to run the everyday coordination. */
export function createIntermediary(context: ServerContext, { decidedIn }: IntermediaryPorts) {
  return {
    /** Whoever acts for the intermediary goes on doing so when two seats of theirs become one. */
    async hear(_tx: Tx, workshopId: string, fact: Fact): Promise<readonly DocWrite[]> {
      if (fact.kind !== 'people/merged') return []
      const chosen = await context.readDoc(recordRoom(workshopId), intermediaryIn)
      if (!chosen?.people.includes(fact.from)) return []
      const people = [...new Set(chosen.people.map((id) => (id === fact.from ? fact.into : id)))]
      return [{ room: recordRoom(workshopId), write: (record) => void intermediaries.patch(record, chosen.id, { people }) }]
    },

    /**
     * @throws WorkshopError `request/not-found` for those who may not; `partners/not-decided` unless the vote chose a
     *   partner that is on the list
     */
    async choose(
      actor: Actor,
      { roundId, people }: BodyOf<typeof contract.chooseIntermediary>,
    ): Promise<{ readonly partnerId: PartnerId }> {
      if (!can(actor, 'partners/choose-intermediary')) throw kernelProblem('request/not-found')
      const { workshopId } = actor
      const decided = (await decidedIn(workshopId)).find((each) => each.roundId === roundId && each.ref?.collection === partners.name)
      const roster = await context.readDoc(boardRoom(workshopId), (board) => onRoster(partners.all(board)))
      const partner = roster.find(({ id }) => id === decided?.ref?.id)
      if (!decided || !partner) throw problem('partners/not-decided')
      const chosen: Intermediary = {
        id: 'intermediary',
        partnerId: partner.id,
        name: partner.name,
        roundId,
        question: decided.question,
        chosenAtMs: context.now(),
        people,
      }
      return context.governed(workshopId, async () => ({
        result: { partnerId: partner.id },
        writes: [
          {
            room: recordRoom(workshopId),
            write(record) {
              if (!intermediaries.patch(record, chosen.id, chosen)) intermediaries.put(record, chosen)
            },
          },
        ],
        ledger: [{ kind: 'partners/intermediary-chosen', payload: { partnerId: partner.id, roundId, people, by: actor.id } }],
      }))
    },
  }
}
