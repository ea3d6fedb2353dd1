import { isAgreement } from '../../../shared/tools/votes/methods'
import type { ClosingBallot } from '../../../shared/tools/votes/result'
import { standsOn } from '../../../shared/tools/votes/standing-answers'
import { closingBallots } from './counting'
import type * as ledger from './ledger'

/** Texts that people contested, by person. */
export type Contests = ReadonlyMap<string, readonly string[]>

/** Of which texts people said in a round that they change the sense for them. */
export async function contestsIn(reader: ledger.Reader, roundId: string): Promise<Contests> {
  const rows = await reader.selectFrom('sense_contests').selectAll().where('round_id', '=', roundId).orderBy('text_hash').execute()
  const byPerson = new Map<string, string[]>()
  for (const { participant_id, text_hash } of rows) byPerson.set(participant_id, [...(byPerson.get(participant_id) ?? []), text_hash])
  return byPerson
}

/** The ballots of these people, each with whether it stands on a text. Votes among options stand on every text. */
export async function ballotsOn(
  reader: ledger.Reader,
  round: ledger.StoredRound,
  textHash: string | undefined,
  ballots: readonly ledger.StoredBallot[],
  electorate: readonly ledger.Person[],
): Promise<readonly ClosingBallot[]> {
  const counted = closingBallots(ballots, electorate)
  if (!isAgreement(round.method)) return counted
  const contests = await contestsIn(reader, round.id)
  return counted.map((ballot) => {
    const answer = { ...ballot, contested: contests.get(ballot.participantId) }
    const isLapsed = ballot.answer !== undefined && !standsOn(answer, textHash, round.marks ?? [])
    return isLapsed ? { ...answer, lapsed: true as const } : answer
  })
}
