import { roles } from '../../../shared/access/actor'
import { IdentityLevel, identityLevels } from '../../../shared/access/identity'
import type { Turnout } from '../../../shared/tools/votes/schema'
import { isEligible } from '../../../shared/tools/votes/selectors'
import type { Reader, StoredRound } from './ledger'

/** Counts that anybody may know at any time; counted where the rows are, so that a busy round costs no more than a quiet one. */
export async function turnoutNow(reader: Reader, round: StoredRound): Promise<Turnout> {
  const entitled = roles.filter((role) => isEligible(role, round, 'personal-invite'))
  const waysIn = identityLevels.filter((identity) => isEligible('contributor', round, identity))
  const counts = await reader
    .selectFrom('participants')
    .leftJoin('ballots', (join) => join.onRef('ballots.participant_id', '=', 'participants.id').on('ballots.round_id', '=', round.id))
    .where('participants.workshop_id', '=', round.workshopId)
    .where('participants.removed_at_ms', 'is', null)
    .where(({ and, eb, or }) => {
      const mayVote = and([eb('participants.role', 'in', entitled), eb('participants.identity', 'in', waysIn)])
      // Whoever voted before their role changed still counts.
      return or([mayVote, eb('ballots.version', 'is not', null)])
    })
    .select(({ fn }) => [fn.countAll().as('eligible'), fn.count('ballots.version').as('begun'), fn.sum('ballots.done').as('done')])
    .executeTakeFirstOrThrow()
  // Other engines count in text.
  return { eligible: Number(counts.eligible), begun: Number(counts.begun), done: Number(counts.done ?? 0) }
}

/** How somebody came in. */
export async function identityOf(reader: Reader, workshopId: string, participantId: string): Promise<IdentityLevel> {
  const row = await reader
    .selectFrom('participants')
    .select('identity')
    .where('workshop_id', '=', workshopId)
    .where('id', '=', participantId)
    .executeTakeFirstOrThrow()
  return IdentityLevel.parse(row.identity)
}
