import type { ParticipantId } from '../../../shared/access/actor'
import { isReservation } from '../../../shared/tools/votes/agreement'
import { isAgreement } from '../../../shared/tools/votes/methods'
import type { Dissent } from '../server-tool'
import { closingBallots } from './counting'
import * as ledger from './ledger'

/**
 * Who answered the newest check on a wording below its threshold, those who answered late included: once it is closed, and
 * while it is open if its answers are open from the start. Of a secret check only that it was held, whatever was answered.
 */
export async function dissentOn(reader: ledger.Reader, workshopId: string, draftId: string): Promise<Dissent | undefined> {
  const heard = (await ledger.roundsAbout(reader, workshopId, draftId)).filter(
    ({ state, method }) => isAgreement(method) && (state === 'closed' || (method === 'resonance' && isRunning(state))),
  )
  const check = heard.find(({ after }) => after?.as !== 'late')
  if (!check) return undefined
  if (check.secret) return { isSecret: true }
  const late = heard.filter(({ after }) => after?.as === 'late' && after.roundId === check.id)
  const people = (await Promise.all([check, ...late].map((round) => belowIn(reader, workshopId, round)))).flat()
  return people.length === 0 ? undefined : { isSecret: false, people: [...new Set(people)] }
}

async function belowIn(reader: ledger.Reader, workshopId: string, round: ledger.StoredRound): Promise<readonly ParticipantId[]> {
  const { method, rule } = round
  if (!isAgreement(method)) return []
  const ballots = await ledger.ballotsOf(reader, round.id)
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(reader, workshopId), ballots)
  const below = closingBallots(ballots, electorate).filter(({ answer }) => answer !== undefined && isReservation(method, rule, answer))
  return below.map(({ participantId }) => participantId as ParticipantId) // a ballot's owner is a participant
}

function isRunning(state: string): boolean {
  return state === 'open' || state === 'closing'
}
