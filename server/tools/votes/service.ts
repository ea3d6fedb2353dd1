import type { Actor } from '../../../shared/access/actor'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import { limits } from '../../../shared/sync/limits'
import type { RoomName } from '../../../shared/sync/room-name'
import type { RoundView } from '../../../shared/tools/votes/ballot-contract'
import type { contract } from '../../../shared/tools/votes/contract'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { problem } from '../../../shared/tools/votes/problems'
import type { CastBallot, NewRound } from '../../../shared/tools/votes/requests'
import type { ConsentState, ConsentStep, FinalResult, Reveal, SenseMark } from '../../../shared/tools/votes/schema'
import { appendLedger } from '../../storage/hash-chain'
import type { DocWrite, Fact, ServerContext, Tx } from '../server-tool'
import { createBallotBox } from './ballot-box'
import { begun } from './beginning'
import type { Cast } from './casting'
import { closeNow } from './closing'
import { mergeConcerns } from './concern-merging'
import { raiseLive } from './concern-raising'
import { moveConsent, type PresentText } from './consenting'
import { createEnding } from './ending'
import { createLapsing } from './lapsing'
import { demandProvisional, wordsOf } from './late'
import * as ledger from './ledger'
import { mergeBallots } from './merging'
import { opened } from './opening'
import type { VotesPorts } from './ports'
import { createReading } from './reading'
import { recorded } from './recording'
import { roundWrite } from './round-write'
import { contestSense, markSense, type TextChange } from './sense'
import { settleAlone } from './settling'
import { closedRoundIn, demand, roundIn } from './stored-rounds'
import { keepText } from './wording-texts'

/** Deciding by rounds: every rule of casting and closing, and no HTTP. */
export interface VotesService {
  createRound(actor: Actor, wish: NewRound): Promise<ResultOf<typeof contract.createRound>>
  openRound(actor: Actor, roundId: string): Promise<{ state: 'open' }>
  closeRound(actor: Actor, roundId: string): Promise<{ state: 'closing'; closesAt: number }>
  cancelRound(actor: Actor, roundId: string): Promise<{ state: 'cancelled' }>
  settleRound(actor: Actor, roundId: string): Promise<FinalResult>
  castBallot(actor: Actor, roundId: string, ballot: CastBallot): Promise<Cast>
  moveConsent(actor: Actor, roundId: string, step: ConsentStep): Promise<ConsentState>
  /** Says that a change of the text did not change its sense. */
  markSense(actor: Actor, roundId: string, change: TextChange): Promise<SenseMark>
  /** Says that it did, for oneself. */
  contestSense(actor: Actor, roundId: string, textHash: string): Promise<ResultOf<typeof contract.contestSense>>
  readRound(actor: Actor, roundId: string): Promise<RoundView>
  /** A wording as it was when people were asked about it or answered. */
  readAskedText(actor: Actor, textHash: string): Promise<ResultOf<typeof contract.getAskedText>>
  readVoters(actor: Actor, roundId: string): Promise<ResultOf<typeof contract.getRoundVoters>>
  revealRound(actor: Actor, roundId: string, reveal: Reveal): Promise<Reveal>
  recordRound(actor: Actor, roundId: string, body: BodyOf<typeof contract.recordRound>): Promise<ResultOf<typeof contract.recordRound>>
  /** Sets the timers of rounds that close by themselves again after a start. */
  resume(): Promise<void>
  /** Told after a room's updates are durable: words may have changed that people were asked about. */
  committed(room: RoomName): void
  hear(tx: Tx, workshopId: string, fact: Fact): Promise<readonly DocWrite[]>
}

export function createVotes(context: ServerContext, ports: VotesPorts): VotesService {
  const { governed } = context

  function presentTextIn(workshopId: string): PresentText {
    return (draftId) => ports.textOf(workshopId, draftId)
  }
  const castInto = createBallotBox(
    context,
    ({ workshopId }) => presentTextIn(workshopId),
    (tx, news) => raiseLive(tx, news, context.now()),
  )
  const lapsing = createLapsing(context, presentTextIn)

  async function close(tx: Tx, round: ledger.StoredRound, nowMs: number) {
    const { workshopId, method } = round
    const present = isAgreement(method) ? await wordsOf(tx, round, presentTextIn(workshopId)) : undefined
    if (present) await keepText(tx, workshopId, present)
    return closeNow(tx, round, nowMs, round.awaits ? await ports.emptySeats(workshopId) : [], present?.textHash)
  }

  const ending = createEnding(context, close)
  const reading = createReading(context, ports)

  return {
    async createRound(actor, wish) {
      demand(actor, 'votes/create')
      return governed(actor.workshopId, (tx) => begun(tx, actor, wish, context.now(), ports))
    },

    async openRound(actor, roundId) {
      demand(actor, 'votes/open')
      const { untilMs } = await governed(actor.workshopId, async (tx) =>
        opened(tx, actor, await roundIn(tx, actor, roundId), context.now()),
      )
      if (untilMs !== undefined) ending.at(actor.workshopId, roundId, untilMs)
      return { state: 'open' }
    },

    async closeRound(actor, roundId) {
      demand(actor, 'votes/close')
      const answer = await governed(actor.workshopId, async (tx) => {
        const round = await roundIn(tx, actor, roundId)
        if (round.state === 'closing') return { result: { state: 'closing' as const, closesAt: round.closesAtMs ?? 0 } }
        if (round.state === 'draft') throw problem('vote/not-open', { roundId })
        if (round.state !== 'open') throw problem('vote/closed', { roundId })
        const closesAtMs = context.now() + limits.closeGraceMs
        await ledger.updateRound(tx, roundId, { state: 'closing', closesAtMs })
        return {
          result: { state: 'closing' as const, closesAt: closesAtMs },
          writes: [roundWrite(round, { state: 'closing', closesAtMs })],
          ledger: [{ kind: 'vote/closing', payload: { roundId, by: actor.id, closesAtMs } }],
        }
      })
      ending.at(actor.workshopId, roundId, answer.closesAt)
      return answer
    },

    async cancelRound(actor, roundId) {
      demand(actor, 'votes/cancel')
      return governed(actor.workshopId, async (tx) => {
        const round = await roundIn(tx, actor, roundId)
        if (round.state === 'cancelled') return { result: { state: 'cancelled' as const } }
        if (round.state === 'closed') throw problem('vote/closed', { roundId })
        await ledger.deleteBallots(tx, roundId)
        await ledger.updateRound(tx, roundId, { state: 'cancelled' })
        return {
          result: { state: 'cancelled' as const },
          writes: [roundWrite(round, { state: 'cancelled', lapsed: undefined, ...(round.method === 'resonance' ? { answers: {} } : {}) })],
          ledger: [{ kind: 'vote/cancelled', payload: { roundId, by: actor.id } }],
          scrub: true,
        }
      })
    },

    async settleRound(actor, roundId) {
      demand(actor, 'votes/settle')
      return governed(actor.workshopId, async (tx) => {
        const round = await roundIn(tx, actor, roundId)
        if (round.final?.standsBecause === 'not-asked') return { result: round.final }
        await demandProvisional(tx, round)
        return { ...(await settleAlone(tx, round, context.now())), scrub: round.secret }
      })
    },

    async castBallot(actor, roundId, ballot) {
      demand(actor, 'votes/read')
      const cast = await castInto(actor, roundId, ballot)
      // A renewed answer changes nothing that the record tells by itself.
      lapsing.soon(actor.workshopId)
      return cast
    },

    async moveConsent(actor, roundId, step) {
      demand(actor, 'votes/lead-consent')
      return governed(actor.workshopId, async (tx) =>
        moveConsent(tx, actor, await roundIn(tx, actor, roundId), step, context.now(), presentTextIn(actor.workshopId)),
      )
    },

    async markSense(actor, roundId, change) {
      demand(actor, 'votes/mark-sense')
      return governed(actor.workshopId, async (tx) =>
        markSense(tx, actor, await roundIn(tx, actor, roundId), change, context.now(), presentTextIn(actor.workshopId)),
      )
    },

    async contestSense(actor, roundId, textHash) {
      demand(actor, 'votes/read')
      return governed(actor.workshopId, async (tx) =>
        contestSense(tx, actor, await roundIn(tx, actor, roundId), textHash, context.now(), presentTextIn(actor.workshopId)),
      )
    },

    ...reading,

    async revealRound(actor, roundId, reveal) {
      demand(actor, 'votes/reveal')
      return governed(actor.workshopId, async (tx) => {
        const round = await closedRoundIn(tx, actor, roundId)
        return { result: reveal, writes: [roundWrite(round, { reveal })] }
      })
    },

    async recordRound(actor, roundId, body) {
      demand(actor, 'votes/record')
      return governed(actor.workshopId, async (tx) => recorded(tx, actor, await closedRoundIn(tx, actor, roundId), body, context.now()))
    },

    committed: lapsing.committed,

    async resume() {
      await lapsing.resume()
      await ending.resume()
    },

    async hear(tx, workshopId, fact) {
      if (fact.kind === 'people/merged')
        return [...(await mergeBallots(tx, workshopId, fact)), ...(await mergeConcerns(tx, workshopId, fact))]
      if (fact.kind !== 'statement/adopted') return []
      const writes: DocWrite[] = []
      for (const round of await ledger.roundsAbout(tx, workshopId, fact.draftId)) {
        // Those who were absent were promised a day, and the words that they answer on are frozen.
        if ((round.state !== 'open' && round.state !== 'closing') || round.after?.as === 'late') continue
        const closed = await close(tx, round, fact.atMs)
        await appendLedger(tx, workshopId, closed.ledger, fact.atMs)
        writes.push(...closed.writes)
      }
      return writes
    },
  }
}
