import type { RoundView } from '../../../shared/tools/votes/ballot-contract'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { namedAnswer } from '../../../shared/tools/votes/result'
import { isEligible, isLate } from '../../../shared/tools/votes/selectors'
import { standsOn } from '../../../shared/tools/votes/standing-answers'
import { termsText } from '../../../shared/tools/votes/terms'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { ServerContext } from '../server-tool'
import { ownBallot } from './casting'
import { sha256Hex } from './commitment'
import { ownConcernKey } from './concern-key'
import { closingBallots } from './counting'
import { lapsedNow } from './lapsing'
import { votedBefore } from './late'
import * as ledger from './ledger'
import type { VotesPorts } from './ports'
import { seatNow, turnoutNow, votersOf } from './roll'
import type { VotesService } from './service'
import { ballotsOn, contestsIn } from './standing-ballots'
import { demand, roundIn } from './stored-rounds'
import { textOfHash } from './wording-texts'

/** What people read of rounds; each their own seat and ballot, and of others only what the round shows. */
export function createReading(
  { db }: Pick<ServerContext, 'db'>,
  ports: Pick<VotesPorts, 'textOf'>,
): Pick<VotesService, 'readRound' | 'readAskedText' | 'readVoters'> {
  /** Hash of the words that an open check is about, as they are now; late answers are on words that do not change. */
  async function presentHash({ method, subject, state, workshopId, after }: ledger.StoredRound): Promise<string | undefined> {
    if (!isAgreement(method) || !subject || isLate({ after }) || (state !== 'open' && state !== 'closing')) return undefined
    return (await ports.textOf(workshopId, subject.draftId))?.textHash
  }

  /** Whose answer to a check that goes on must be renewed; of a secret one nobody is told, since it may be who contested a mark. */
  async function lapsedIn(round: ledger.StoredRound): Promise<ReadonlySet<string>> {
    const textHash = round.secret ? undefined : await presentHash(round)
    if (textHash === undefined) return new Set()
    const ballots = await ledger.ballotsOf(db, round.id)
    const electorate = ledger.electorateOf(round, await ledger.peopleOf(db, round.workshopId), ballots)
    const standing = await ballotsOn(db, round, textHash, ballots, electorate)
    return new Set(standing.flatMap(({ participantId, lapsed }) => (lapsed ? [participantId] : [])))
  }

  return {
    async readRound(actor, roundId) {
      demand(actor, 'votes/read')
      const round = await roundIn(db, actor, roundId)
      const seat = await seatNow(db, actor)
      const own = await ledger.ballotOf(db, roundId, actor.id)
      const contested = (await contestsIn(db, roundId)).get(actor.id)
      const textHash = await presentHash(round)
      const lapsed = textHash && (await lapsedNow(db, round, textHash))
      const choice = { ...own?.choice, contested }
      const hasLapsed = textHash !== undefined && choice.answer !== undefined && !standsOn(choice, textHash, round.marks ?? [])
      const result = round.result ?? (round.method === 'resonance' ? await liveResult(db, round) : undefined)
      return {
        ...ledger.Terms.parse(round),
        roundId: round.id,
        state: round.state,
        ...(round.openedAtMs === undefined ? {} : { termsHash: sha256Hex(termsText(round)) }),
        me: {
          eligible: seat !== undefined && isEligible(seat.role, round, seat.identity) && !(await votedBefore(db, round)).has(actor.id),
          ...ownBallot(own),
          ...(await ownConcernKey(db, round, actor.id, own?.choice)),
          ...(contested ? { contested: [...contested] } : {}),
          ...(hasLapsed ? { lapsed: true } : {}),
        },
        turnout: round.closingTurnout ?? (await turnoutNow(db, round)),
        ...(round.closesAtMs === undefined ? {} : { closesAt: round.closesAtMs }),
        ...(round.consent ? { consent: round.consent } : {}),
        ...(round.marks ? { marks: round.marks } : {}),
        ...(lapsed ? { lapsed } : {}),
        ...(result ? { result } : {}),
        ...(round.provisional ? { provisional: round.provisional } : {}),
        ...(round.final ? { final: round.final } : {}),
      }
    },

    async readAskedText(actor, textHash) {
      demand(actor, 'votes/read')
      const text = await textOfHash(db, actor.workshopId, textHash)
      if (text === undefined) throw kernelProblem('request/not-found')
      return { textHash, text }
    },

    async readVoters(actor, roundId) {
      demand(actor, 'votes/see-who-finished')
      const round = await roundIn(db, actor, roundId)
      const lapsed = await lapsedIn(round)
      const people = await votersOf(db, round)
      return { people: people.map((voter) => (lapsed.has(voter.participantId) ? { ...voter, status: 'lapsed' as const } : voter)) }
    },
  }
}

/** A resonance check hides nothing: its answers are there from the start. */
async function liveResult(reader: ledger.Reader, round: ledger.StoredRound): Promise<RoundView['result']> {
  const ballots = await ledger.ballotsOf(reader, round.id)
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(reader, round.workshopId), ballots)
  const contests = await contestsIn(reader, round.id)
  const answers = closingBallots(ballots, electorate).flatMap(
    (ballot) => namedAnswer({ ...ballot, contested: contests.get(ballot.participantId) }) ?? [],
  )
  return { voters: answers.length, answers }
}
