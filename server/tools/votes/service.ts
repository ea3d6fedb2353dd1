import type { Actor } from '../../../shared/access/actor'
import { newId, type RecordRef } from '../../../shared/doc/ids'
import type { BodyOf, ResultOf } from '../../../shared/http/endpoint'
import { limits } from '../../../shared/sync/limits'
import { type RoomName, recordRoom } from '../../../shared/sync/room-name'
import type { RoundView } from '../../../shared/tools/votes/ballot-contract'
import { rounds } from '../../../shared/tools/votes/collections'
import type { contract } from '../../../shared/tools/votes/contract'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { can } from '../../../shared/tools/votes/permissions'
import { problem } from '../../../shared/tools/votes/problems'
import type { CastBallot, NewRound } from '../../../shared/tools/votes/requests'
import { namedAnswer } from '../../../shared/tools/votes/result'
import type { ConsentState, ConsentStep, FinalResult, Lapsed, Reveal, Round, SenseMark } from '../../../shared/tools/votes/schema'
import { isEligible, isLate } from '../../../shared/tools/votes/selectors'
import { termsText } from '../../../shared/tools/votes/terms'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import { appendLedger } from '../../storage/hash-chain'
import type { DocWrite, Fact, ServerContext, Tx } from '../server-tool'
import { createBallotBox } from './ballot-box'
import { type Cast, ownBallot } from './casting'
import { closeNow } from './closing'
import { sha256Hex } from './commitment'
import { ownConcernKey } from './concern-key'
import { mergeConcerns } from './concern-merging'
import { raiseLive } from './concern-raising'
import { consentAtStart, moveConsent, type PresentText } from './consenting'
import { closingBallots } from './counting'
import { createLapsing, lapsedNow } from './lapsing'
import { demandEmptySeats, demandProvisional, lateTerms, votedBefore, wordsOf } from './late'
import * as ledger from './ledger'
import { termsOf } from './making'
import { mergeBallots } from './merging'
import { seatNow, turnoutNow, votersOf } from './roll'
import { contestSense, markSense, type TextChange } from './sense'
import { settleAlone } from './settling'
import { contestsIn } from './standing-ballots'
import { keepText, textOfHash } from './wording-texts'

/** What votes asks of other tools. */
export interface VotesPorts {
  /** A wording's present text; undefined when the workshop has no such wording. */
  textOf(
    workshopId: string,
    draftId: string,
  ): Promise<{ readonly text: string; readonly textHash: string; readonly state: string } | undefined>
  /** Recommended seats that nobody who has joined speaks for, in words. */
  emptySeats(workshopId: string): Promise<readonly string[]>
  /** Whether one of these points to a cluster that nobody has named yet. */
  hasUnnamedCluster(workshopId: string, refs: readonly RecordRef[]): Promise<boolean>
}

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
  const { governed, db } = context

  function demand(actor: Actor, action: Parameters<typeof can>[1]): void {
    // Forbidden looks like unknown. Source: THREATS I17.
    if (!can(actor, action)) throw kernelProblem('request/not-found')
  }

  async function roundIn(reader: ledger.Reader, actor: Actor, roundId: string): Promise<ledger.StoredRound> {
    const round = await ledger.findRound(reader, actor.workshopId, roundId)
    if (!round) throw kernelProblem('request/not-found')
    return round
  }

  /** A document write that patches the round's record. */
  function show(round: Pick<ledger.StoredRound, 'id' | 'workshopId'>, changes: Partial<Round>): DocWrite {
    return { room: recordRoom(round.workshopId), write: (doc) => void rounds.patch(doc, round.id, changes) }
  }

  async function keepPresentText(tx: Tx, workshopId: string, { draftId, textHash }: NonNullable<Round['subject']>): Promise<void> {
    const text = await ports.textOf(workshopId, draftId)
    if (!text) throw problem('vote/subject-not-found', { draftId })
    if (text.textHash !== textHash) throw problem('draft/text-changed', { textHash: text.textHash })
    await keepText(tx, workshopId, text)
  }

  /** A cluster is voted on by its name; the options of an earlier round keep theirs. */
  async function demandNames(workshopId: string, { options }: ledger.Terms): Promise<void> {
    const refs = options.flatMap(({ ref }) => ref ?? [])
    if (refs.length > 0 && (await ports.hasUnnamedCluster(workshopId, refs))) throw problem('vote/unnamed-cluster')
  }

  function presentTextIn(workshopId: string): PresentText {
    return (draftId) => ports.textOf(workshopId, draftId)
  }
  const castInto = createBallotBox(
    context,
    ({ workshopId }) => presentTextIn(workshopId),
    (tx, news) => raiseLive(tx, news, context.now()),
  )
  const lapsing = createLapsing(context, presentTextIn)

  async function demandClosed(tx: Tx, actor: Actor, roundId: string): Promise<ledger.StoredRound> {
    const round = await roundIn(tx, actor, roundId)
    if (round.state !== 'closed') throw problem('vote/not-closed', { roundId })
    return round
  }

  async function close(tx: Tx, round: ledger.StoredRound, nowMs: number) {
    const { workshopId, method } = round
    const present = isAgreement(method) ? await wordsOf(tx, round, presentTextIn(workshopId)) : undefined
    if (present) await keepText(tx, workshopId, present)
    return closeNow(tx, round, nowMs, round.awaits ? await ports.emptySeats(workshopId) : [], present?.textHash)
  }

  /** Of a sealed check that is open: how many answers must be renewed. */
  async function openLapses(round: ledger.StoredRound): Promise<Lapsed | undefined> {
    const { method, subject, state, workshopId } = round
    if (!isAgreement(method) || method === 'resonance' || !subject || isLate(round) || (state !== 'open' && state !== 'closing'))
      return undefined
    const present = await ports.textOf(workshopId, subject.draftId)
    return present && lapsedNow(db, round, present.textHash)
  }

  function finishAt(workshopId: string, roundId: string, closesAtMs: number): void {
    context.at(closesAtMs, () => finish(workshopId, roundId))
  }

  async function finish(workshopId: string, roundId: string): Promise<void> {
    const laterMs = await governed(workshopId, async (tx) => {
      const round = await ledger.findRound(tx, workshopId, roundId)
      const endMs = round && endOf(round)
      if (!round || endMs === undefined) return { result: undefined }
      // A timer may be a moment early, and the clock may have been set back.
      if (round.state === 'open' && context.now() < endMs) return { result: endMs }
      const isPartOfSecret = round.secret || round.after?.as === 'late'
      return { result: undefined, ...(await close(tx, round, context.now())), scrub: isPartOfSecret }
    })
    if (laterMs !== undefined) finishAt(workshopId, roundId, laterMs)
  }

  return {
    async createRound(actor, wish) {
      demand(actor, 'votes/create')
      if (wish.method === 'resonance' && !wish.subject && wish.after?.as !== 'late')
        throw problem('vote/bad-setup', { why: 'A resonance check is about one wording.' })
      return governed(actor.workshopId, async (tx) => {
        const earlier = wish.after && (await demandClosed(tx, actor, wish.after.roundId))
        const isForLate = earlier && wish.after?.as === 'late'
        const terms = isForLate ? await lateTerms(tx, wish, earlier, context.now()) : termsOf(wish, earlier)
        if (wish.awaits) demandEmptySeats(wish, await ports.emptySeats(actor.workshopId))
        if (!earlier) await demandNames(actor.workshopId, terms)
        if (wish.subject) await keepPresentText(tx, actor.workshopId, wish.subject)
        if (isAgreement(terms.method) && !isForLate) await demandNoOtherCheck(tx, actor.workshopId, terms)
        const people = await ledger.peopleOf(tx, actor.workshopId)
        const round: Round = {
          ...terms,
          id: newId('round'),
          state: 'draft',
          turnout: ledger.turnoutOf(
            ledger.electorateOf(terms, people, [], await votedBefore(tx, { ...terms, workshopId: actor.workshopId })),
            [],
          ),
          revision: 0,
          createdAtMs: context.now(),
          ...(terms.method === 'resonance' ? { answers: {} } : {}),
          ...consentAtStart(wish, earlier, context.now()),
        }
        await ledger.insertRound(tx, { ...round, workshopId: actor.workshopId }, actor.id)
        return {
          result: { roundId: round.id, options: round.options.map(({ id, label }) => ({ id, label })) },
          writes: [{ room: recordRoom(actor.workshopId), write: (doc) => rounds.put(doc, round) }],
        }
      })
    },

    async openRound(actor, roundId) {
      demand(actor, 'votes/open')
      const { untilMs } = await governed(actor.workshopId, async (tx) => {
        const round = await roundIn(tx, actor, roundId)
        if (round.state === 'open') return { result: round }
        if (round.state !== 'draft') throw problem('vote/closed', { roundId })
        if (round.untilMs !== undefined && round.untilMs <= context.now()) throw problem('vote/bad-date')
        const running = (await ledger.runningRounds(tx, actor.workshopId)).filter(takesTheRoom)
        if (takesTheRoom(round) && running.length >= limits.openRounds) {
          throw problem('vote/too-many-open', { openRounds: running.length })
        }
        const openedAtMs = context.now()
        const termsHash = sha256Hex(termsText(round))
        const people = await ledger.peopleOf(tx, actor.workshopId)
        const turnout = ledger.turnoutOf(ledger.electorateOf(round, people, [], await votedBefore(tx, round)), [])
        await ledger.updateRound(tx, roundId, { state: 'open', openedAtMs })
        return {
          result: round,
          writes: [show(round, { state: 'open', openedAtMs, turnout, termsHash })],
          ledger: [{ kind: 'vote/opened', payload: { roundId, by: actor.id, termsHash, eligible: turnout.eligible } }],
        }
      })
      if (untilMs !== undefined) finishAt(actor.workshopId, roundId, untilMs)
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
          writes: [show(round, { state: 'closing', closesAtMs })],
          ledger: [{ kind: 'vote/closing', payload: { roundId, by: actor.id, closesAtMs } }],
        }
      })
      finishAt(actor.workshopId, roundId, answer.closesAt)
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
          writes: [show(round, { state: 'cancelled', lapsed: undefined, ...(round.method === 'resonance' ? { answers: {} } : {}) })],
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

    async readRound(actor, roundId) {
      demand(actor, 'votes/read')
      const round = await roundIn(db, actor, roundId)
      const seat = await seatNow(db, actor)
      const own = await ledger.ballotOf(db, roundId, actor.id)
      const contested = (await contestsIn(db, roundId)).get(actor.id)
      const lapsed = await openLapses(round)
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
      return { people: [...(await votersOf(db, round))] }
    },

    async revealRound(actor, roundId, reveal) {
      demand(actor, 'votes/reveal')
      return governed(actor.workshopId, async (tx) => {
        const round = await demandClosed(tx, actor, roundId)
        return { result: reveal, writes: [show(round, { reveal })] }
      })
    },

    async recordRound(actor, roundId, { words, reservations }) {
      demand(actor, 'votes/record')
      return governed(actor.workshopId, async (tx) => {
        const round = await roundIn(tx, actor, roundId)
        if (round.state !== 'closed') throw problem('vote/not-closed', { roundId })
        if (round.recorded?.words === words && round.recorded.reservations === reservations)
          return { result: { roundId: round.id, recordedAt: round.recorded.atMs } }
        if (round.recorded) throw problem('vote/recorded', { roundId })
        const atMs = context.now()
        const byName = (await ledger.peopleOf(tx, actor.workshopId)).find(({ id }) => id === actor.id)?.name ?? ''
        const decided = { words, ...(reservations === undefined ? {} : { reservations }) }
        const recorded = { ...decided, byName, atMs }
        await ledger.updateRound(tx, roundId, { recorded })
        const { question, method, closingTurnout, result, final } = round
        const { identity } = final?.together ?? result ?? {}
        const counts = {
          voters: final?.voters ?? result?.voters ?? 0,
          eligible: final?.eligible ?? closingTurnout?.eligible ?? 0,
          ...(identity ? { identity } : {}),
        }
        return {
          result: { roundId: round.id, recordedAt: atMs },
          writes: [show(round, { recorded })],
          facts: [{ kind: 'round/recorded', roundId, question, method, ...decided, ...counts, by: actor, atMs }],
          ledger: [{ kind: 'vote/recorded', payload: { roundId, by: actor.id, wordsHash: sha256Hex(words) } }],
        }
      })
    },

    committed: lapsing.committed,

    async resume() {
      await lapsing.resume()
      // Should the clock have been set back meanwhile, nobody waits for longer than the grace.
      const latestMs = context.now() + limits.closeGraceMs
      for (const round of await ledger.roundsWithAnEnd(db)) {
        const endMs = endOf(round) ?? latestMs
        finishAt(round.workshopId, round.id, round.state === 'closing' ? Math.min(endMs, latestMs) : endMs)
      }
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

/** When a round closes by itself; undefined for those that do not. */
function endOf({ state, closesAtMs = 0, untilMs }: ledger.StoredRound): number | undefined {
  if (state === 'closing') return closesAtMs
  return state === 'open' ? untilMs : undefined
}

/** Whether a round is one of those that a group has before it; late answers and resonance wait for nobody. */
function takesTheRoom({ method, after }: ledger.Terms): boolean {
  return method !== 'resonance' && after?.as !== 'late'
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

async function demandNoOtherCheck(tx: Tx, workshopId: string, { subject }: ledger.Terms): Promise<void> {
  const about = await ledger.roundsAbout(tx, workshopId, subject?.draftId ?? '')
  const checks = about.filter(({ method, after }) => isAgreement(method) && after?.as !== 'late')
  const other = checks.find(({ state }) => state === 'draft' || state === 'open' || state === 'closing')
  if (other) throw problem('vote/check-exists', { roundId: other.id })
}
