import type { ParticipantId } from '../../../shared/access/actor'
import { isReservation } from '../../../shared/tools/votes/agreement'
import { isAgreement } from '../../../shared/tools/votes/methods'
import type { Dissent } from '../server-tool'
import { closingBallots } from './counting'
import * as ledger from './ledger'

/**
 * Who answered the newest check on a wording below its threshold: once it is closed, and while it is open if its answers
 * are open from the start. Of a secret check only that it was held, whatever was answered.
 */
export async function dissentOn(reader: ledger.Reader, workshopId: string, draftId: string): Promise<Dissent | undefined> {
  const about = await ledger.roundsAbout(reader, workshopId, draftId)
  const round = about.find(
    ({ state, method }) => isAgreement(method) && (state === 'closed' || (method === 'resonance' && isRunning(state))),
  )
  if (!round || !isAgreement(round.method)) return undefined
  if (round.secret) return { isSecret: true }
  const { method, rule } = round
  const ballots = await ledger.ballotsOf(reader, round.id)
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(reader, workshopId), ballots)
  const below = closingBallots(ballots, electorate).filter(({ answer }) => answer !== undefined && isReservation(method, rule, answer))
  const people = below.map(({ participantId }) => participantId as ParticipantId) // a ballot's owner is a participant
  return people.length === 0 ? undefined : { isSecret: false, people }
}

function isRunning(state: string): boolean {
  return state === 'open' || state === 'closing'
}
