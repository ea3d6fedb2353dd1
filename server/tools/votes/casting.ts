import type { Actor } from '../../../shared/access/actor'
import { answerProblem } from '../../../shared/tools/votes/agreement'
import { allocationProblem, normalised } from '../../../shared/tools/votes/allocation'
import type { OwnBallot } from '../../../shared/tools/votes/ballot-contract'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { problem } from '../../../shared/tools/votes/problems'
import { reasonProblem } from '../../../shared/tools/votes/reasons'
import type { CastBallot } from '../../../shared/tools/votes/requests'
import { isEligible } from '../../../shared/tools/votes/selectors'
import { problem as kernelProblem } from '../../../shared/workshop/problems'
import type { Effects, Tx } from '../server-tool'
import type { CastNews } from './cast-news'
import { commitmentOf, newReceipt, newSalt, sha256Hex } from './commitment'
import { concernKeyOf } from './concern-key'
import { demandAnswerable, type PresentText } from './consenting'
import { votedBefore, wordsOf } from './late'
import * as ledger from './ledger'
import { seatNow } from './roll'
import { keepText } from './wording-texts'

type LedgerEntry = NonNullable<Effects<void>['ledger']>[number]

export type Cast = OwnBallot & { readonly receipt: string }

/** A ballot that was taken. */
export interface Taken {
  readonly answer: Cast
  /** Absent when the same request was answered before, as is the entry. */
  readonly news?: CastNews
  readonly entry?: LedgerEntry
}

/**
 * Casts a whole ballot inside the caller's transaction. Budget, cap and close are checked where the ballot is written,
 * so no order of requests and devices can pass them. Whatever is refused is refused before anything is written.
 *
 * @param presentText a wording's text as it is now, asked within the act
 */
export async function cast(
  tx: Tx,
  actor: Actor,
  roundId: string,
  request: CastBallot,
  nowMs: number,
  presentText: PresentText,
): Promise<Taken> {
  const round = await ledger.findRound(tx, actor.workshopId, roundId)
  if (!round || round.state === 'draft') throw round ? problem('vote/not-open', { roundId }) : kernelProblem('request/not-found')
  // Rights that went while the request waited its turn are gone.
  const seat = await seatNow(tx, actor)
  if (!seat || seat.role === 'observer') throw kernelProblem('request/not-found')
  const bodyHash = bodyHashOf(request)
  const answered = await ledger.answeredRequest(tx, roundId, actor.id, request.idempotencyKey)
  if (answered && answered.bodyHash !== bodyHash) throw problem('vote/key-reused', { roundId })
  if (answered) return { answer: answered.answer }

  const before = await ledger.ballotOf(tx, roundId, actor.id)
  if (!takesBallots(round, nowMs)) throw problem('vote/closed', { roundId, recorded: ownBallot(before) })
  if (!before) demandEligible(seat, round)
  if (!before && (await votedBefore(tx, round)).has(actor.id)) throw problem('vote/voted-before', { roundId })
  const present = await wordsOf(tx, round, presentText)
  // Taking an answer back says nothing of the text.
  if (round.subject && !isTakenBack(round, request)) demandSameText(request.textHash, present?.textHash)
  demandAnswerable(round)
  // Before the version, which others change: so a repeated request is refused as it was the first time.
  const choice = choiceOf(round, request)
  if (request.baseVersion !== (before?.version ?? 0)) throw problem('vote/stale', { roundId, current: ownBallot(before) })

  const receipt = newReceipt()
  const salt = newSalt()
  const done = isAgreement(round.method) ? choice.answer !== undefined : (request.done ?? false)
  const after = { participantId: actor.id, version: (before?.version ?? 0) + 1, done, choice, receipt, salt }
  await ledger.replaceBallot(tx, roundId, after)
  if (choice.textHash !== undefined && present) await keepText(tx, actor.workshopId, present)
  const answer: Cast = { ...ownBallot(after), receipt, ...concernKeyOf(round, choice, salt) }
  await ledger.keepAnswer(tx, roundId, actor.id, request.idempotencyKey, bodyHash, answer)
  return {
    answer,
    news: { round, participantId: actor.id, choice, turnoutChanged: !before || before.done !== done },
    entry: {
      kind: 'vote/cast',
      payload: { roundId, participantId: actor.id, version: after.version, commitment: commitmentOf(salt, receipt, choice) },
    },
  }
}

/** A person's own ballot as it stands; version 0 when there is none. */
export function ownBallot(ballot: ledger.StoredBallot | undefined): OwnBallot {
  if (!ballot) return { version: 0, allocation: {}, done: false }
  const { version, done, choice, receipt } = ballot
  return { version, ...choice, done, ...(receipt === undefined ? {} : { receipt }) }
}

/** @throws WorkshopError `vote/not-eligible`, `vote/binding` */
function demandEligible({ role, identity }: Pick<ledger.Person, 'role' | 'identity'>, round: ledger.StoredRound): void {
  if (isEligible(role, round, identity)) return
  const isOutByRole = !isEligible(role, { ...round, binding: false })
  throw problem(isOutByRole ? 'vote/not-eligible' : 'vote/binding', { roundId: round.id })
}

function isTakenBack({ method }: ledger.StoredRound, { answer, allocation }: CastBallot): boolean {
  return isAgreement(method) && answer === undefined && allocation !== undefined && Object.keys(allocation).length === 0
}

function demandSameText(read: string | undefined, present: string | undefined): void {
  if (read !== present || present === undefined) throw problem('draft/text-changed', { textHash: present })
}

/**
 * What a ballot says; one that takes the answer to a check back says nothing.
 *
 * @throws WorkshopError `vote/unknown-option`, `vote/over-budget`, `vote/over-cap`, `vote/bad-value`, `vote/bad-answer`, `vote/reason-needed`
 */
function choiceOf(round: ledger.StoredRound, request: CastBallot): ledger.Choice {
  const { method } = round
  if (isAgreement(method)) {
    const { answer, reason, binding = 'wording' } = request
    if (isTakenBack(round, request)) return { allocation: {} }
    if (answer === undefined) throw problem('vote/bad-answer', { method })
    const refusal = answerProblem(method, answer) ?? (round.consent && reasonProblem(method, answer, reason))
    if (refusal) throw refusal
    return { answer, ...(reason ? { reason } : {}), binding, ...(round.subject ? { textHash: request.textHash } : {}) }
  }
  if (request.allocation === undefined) throw problem('vote/bad-value', { why: 'A ballot says what it puts on each option.' })
  const refusal = allocationProblem({ ...round, method }, request.allocation)
  if (refusal) throw refusal
  return { allocation: normalised(round.options, request.allocation) }
}

/** Whether a round takes ballots: until the end of its grace, or of its last day, by the server's clock and whether or not a timer has run. */
export function takesBallots({ state, closesAtMs = 0, untilMs = Number.POSITIVE_INFINITY }: ledger.StoredRound, nowMs: number): boolean {
  return nowMs < untilMs && (state === 'open' || (state === 'closing' && nowMs < closesAtMs))
}

function bodyHashOf({ idempotencyKey: _key, allocation, ...rest }: CastBallot): string {
  const sorted = allocation && Object.entries(allocation).sort(([a], [b]) => (a < b ? -1 : 1))
  return sha256Hex(JSON.stringify([Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)), sorted ?? null]))
}
