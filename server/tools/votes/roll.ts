import { type Actor, Role, roles } from '../../../shared/access/actor'
import { IdentityLevel, identityLevels } from '../../../shared/access/identity'
import type { Voter } from '../../../shared/tools/votes/contract'
import type { Turnout } from '../../../shared/tools/votes/schema'
import { isEligible } from '../../../shared/tools/votes/selectors'
import { ledgerEntries } from '../../storage/hash-chain'
import { votedBefore } from './late'
import { ballotsOf, electorateOf, keptElectorate, type Person, peopleOf, type Reader, type StoredBallot, type StoredRound } from './ledger'

/** Counts that anybody may know at any time; counted where the rows are, so that a busy round costs no more than a quiet one. */
export async function turnoutNow(reader: Reader, round: StoredRound): Promise<Turnout> {
  const before = [...(await votedBefore(reader, round))]
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
    .$if(before.length > 0, (query) => query.where('participants.id', 'not in', before))
    .select(({ fn }) => [fn.countAll().as('eligible'), fn.count('ballots.version').as('begun'), fn.sum('ballots.done').as('done')])
    .executeTakeFirstOrThrow()
  // Other engines count in text.
  return { eligible: Number(counts.eligible), begun: Number(counts.begun), done: Number(counts.done ?? 0) }
}

/** Somebody's role and way in as they are now; undefined once they are removed. */
export async function seatNow(
  reader: Reader,
  { workshopId, id }: Pick<Actor, 'workshopId' | 'id'>,
): Promise<Pick<Person, 'role' | 'identity'> | undefined> {
  const row = await reader
    .selectFrom('participants')
    .select(['role', 'identity'])
    .where('workshop_id', '=', workshopId)
    .where('id', '=', id)
    .where('removed_at_ms', 'is', null)
    .executeTakeFirst()
  return row && { role: Role.parse(row.role), identity: IdentityLevel.parse(row.identity) }
}

/**
 * The people that the turnout of a closed round counts: who could answer, and where late answers were added, who answered at
 * first or could answer late. Undefined for an open round, and for one that an earlier version closed, which kept none.
 */
export async function closedRoll(
  reader: Reader,
  { id, final }: Pick<StoredRound, 'id' | 'final'>,
  people: readonly Person[],
  ballots: readonly StoredBallot[],
): Promise<readonly Person[] | undefined> {
  const first = await keptElectorate(reader, id)
  if (first.size === 0) return undefined
  if (!final?.together || !final.lateRoundId) return people.filter((person) => first.has(person.id))
  const late = await keptElectorate(reader, final.lateRoundId)
  const voted = new Set<string>(ballots.map(({ participantId }) => participantId))
  return people.filter((person) => late.has(person.id) || (first.has(person.id) && voted.has(person.id)))
}

/** Who may vote in a round and how far each is; from the close on who could, as it stood then, and when they did. */
export async function votersOf(reader: Reader, round: StoredRound): Promise<readonly Voter[]> {
  const ballots = await ballotsOf(reader, round.id)
  const people = await peopleOf(reader, round.workshopId)
  const status = new Map(ballots.map(({ participantId, done }) => [participantId, done ? ('done' as const) : ('begun' as const)]))
  const then = await keptElectorate(reader, round.id)
  const times = await castTimes(reader, round)
  // Rounds that an earlier version closed kept none.
  const electorate =
    then.size > 0 ? people.filter(({ id }) => then.has(id)) : electorateOf(round, people, ballots, await votedBefore(reader, round))
  return electorate.map(({ id, role, identity }) => {
    const castAtMs = times.get(id)
    return { participantId: id, role, identity, status: status.get(id) ?? 'waiting', ...(castAtMs === undefined ? {} : { castAtMs }) }
  })
}

/** When each voter of a closed round cast their last ballot, by the chain of entries; of a running round nothing. */
async function castTimes(reader: Reader, { id, workshopId, state }: StoredRound): Promise<ReadonlyMap<unknown, number>> {
  if (state !== 'closed') return new Map()
  const entries = await ledgerEntries(reader, workshopId)
  const casts = entries.filter(({ kind, payload }) => kind === 'vote/cast' && payload.roundId === id)
  return new Map(casts.map(({ payload, atMs }) => [payload.participantId, atMs]))
}
