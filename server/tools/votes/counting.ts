import type { ClosingBallot } from '../../../shared/tools/votes/result'
import type { Effects } from '../server-tool'
import type * as ledger from './ledger'

/** What closing or settling leaves behind, inside the act that does it. */
export type Closed = Required<Pick<Effects<void>, 'writes' | 'ledger'>>

/** The ballots of these people that can be counted, with where each stands and how they came in. */
export function closingBallots(ballots: readonly ledger.StoredBallot[], electorate: readonly ledger.Person[]): readonly ClosingBallot[] {
  const people = new Map<string, ledger.Person>(electorate.map((person) => [person.id, person]))
  return ballots.flatMap(({ participantId, choice, receipt = '' }) => {
    const person = people.get(participantId)
    if (!person || !choice) return []
    const { id, organisation, sector, level, identity } = person
    return [{ participantId: id, organisation, sector, level, identity, receipt, ...choice }]
  })
}
