import { agreementVerdict, countAnswers, isReservation } from '../../../shared/tools/votes/agreement'
import { takesAnswers, textAsked } from '../../../shared/tools/votes/consent'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { standingsOf, withRequired } from '../../../shared/tools/votes/required'
import { namedAnswer } from '../../../shared/tools/votes/result'
import { isLate } from '../../../shared/tools/votes/selectors'
import type { AgreementSummary } from '../server-tool'
import { closedResult, earlierOutcome, judged } from './judged'
import * as ledger from './ledger'
import { participationOf } from './participation'
import { closedRoll } from './roll'
import { ballotsOn } from './standing-ballots'

export interface AgreementQuestion {
  readonly workshopId: string
  readonly draftId: string
  /** The text asked about: only answers that stand on it count. */
  readonly textHash: string
  /** Absent: the newest check of the wording. */
  readonly roundId?: string | undefined
}

/** How the check on a wording stands; undefined when there is none. A check that is still sealed says only who answered. */
export async function agreementOf(reader: ledger.Reader, question: AgreementQuestion): Promise<AgreementSummary | undefined> {
  const about = await ledger.roundsAbout(reader, question.workshopId, question.draftId)
  const checks = about.filter((round) => isAgreement(round.method) && !isLate(round))
  const asked = checks.filter(({ state }) => state !== 'cancelled' && state !== 'draft')
  const round = question.roundId ? asked.find(({ id }) => id === question.roundId) : asked[0]
  const summary = round && (await standingOf(reader, round, question))
  const onEarlier = summary && !summary.passed ? earlierOutcome(asked, question.textHash) : undefined
  return summary && onEarlier ? { ...summary, onEarlier } : summary
}

/** How one check stands on a text. */
async function standingOf(
  reader: ledger.Reader,
  round: ledger.StoredRound,
  question: AgreementQuestion,
): Promise<AgreementSummary | undefined> {
  const { method, rule, secret } = round
  if (!isAgreement(method)) return undefined
  const ballots = await ledger.ballotsOf(reader, round.id)
  const people = await ledger.peopleOf(reader, question.workshopId)
  const electorate = ledger.electorateOf(round, people, ballots)
  const eligible = electorate.length
  const standing = await ballotsOn(reader, round, question.textHash, ballots, electorate)
  const given = standing.flatMap((ballot) => namedAnswer(ballot) ?? [])
  if (method !== 'resonance' && round.state !== 'closed') {
    const current = standing.filter(({ answer, lapsed }) => answer !== undefined && !lapsed).length
    const verdict = takesAnswers(round) ? {} : { verdict: 'A consent round has begun, and nobody has been asked for an answer in it yet.' }
    const unsaid = { passed: false, levels: [], reservations: [], ...verdict }
    return { roundId: round.id, method, secret, eligible, ...answered(current, given.length), ...unsaid }
  }
  const roll = (await closedRoll(reader, round, people, ballots)) ?? electorate
  if (secret) return secretSummary(round, question.textHash, await secretParts(reader, round, roll, ballots))
  // From the close on it is the answers that it froze, on the text that it froze; the first versions froze no text.
  const result = closedResult(round)
  const isAsked = textAsked(round) === question.textHash
  const now = standing.filter(({ lapsed }) => !lapsed)
  const live = now.flatMap((ballot) => namedAnswer(ballot) ?? [])
  const frozen = round.result?.textHash === undefined ? undefined : isAsked ? (result?.answers ?? []) : []
  const current = frozen ?? live
  const all = frozen ? (result?.voters ?? 0) + (round.result?.lapsed ?? 0) : given.length
  const answeredIds = new Set<string>(current.map(({ participantId }) => participantId))
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  // What a check came to at its close stands, whoever has come since.
  const final = isAsked && (frozen || method !== 'resonance') ? result?.verdict : undefined
  const counted = final ? roll : electorate
  const answers = current.map(({ answer }) => answer)
  const required = standingsOf({ ...round, method }, now, electorate, [])
  // One that closed on other words came to nothing on these, and nobody failed to answer it.
  const isOver = frozen !== undefined && !isAsked
  const verdict = isOver ? undefined : (final ?? withRequired(agreementVerdict(method, rule, eligible, answers), required))
  return {
    roundId: round.id,
    method,
    secret,
    eligible: final ? (round.final?.eligible ?? round.closingTurnout?.eligible ?? eligible) : eligible,
    ...answered(current.length, all),
    ...judged(round, verdict),
    levels: countAnswers(
      method,
      answers.map((answer) => ({ answer })),
    ).map(({ answer, people }) => ({ answer: String(answer), people })),
    reservations: current.flatMap(({ participantId, answer, reason }) => {
      if (!(isReservation(method, rule, answer) || reason)) return []
      return [{ name: names.get(participantId) ?? '', answer: String(answer), ...(reason ? { reason } : {}) }]
    }),
    ...(isOver
      ? {}
      : {
          missing: counted.filter(({ id }) => !answeredIds.has(id)).map(({ name }) => name),
          participation: participationOf(counted, answeredIds, false),
        }),
  }
}

/** A closed secret check: its result as published, and only where it closed on this text. */
function secretSummary(
  round: ledger.StoredRound,
  textHash: string,
  participation: AgreementSummary['participation'],
): AgreementSummary | undefined {
  const { closingTurnout, final } = round
  const result = closedResult(round)
  if (!result || !closingTurnout) return undefined
  const isAsked = textAsked(round) === textHash
  return {
    roundId: round.id,
    method: round.method,
    secret: true,
    eligible: final?.eligible ?? closingTurnout.eligible,
    ...answered(isAsked ? result.voters : 0, result.voters + (round.result?.lapsed ?? 0)),
    ...judged(round, isAsked ? result.verdict : undefined),
    levels: isAsked ? (result.levels ?? []).map(({ answer, people }) => ({ answer: String(answer), people })) : [],
    reservations: isAsked ? (round.result?.reasons ?? []).map(({ answer, reason }) => ({ answer: String(answer), reason })) : [],
    ...(isAsked && participation ? { participation } : {}),
  }
}

/** Who took part in a secret check, by organisation; nothing where some answers lapsed, since nobody may tell whose. */
async function secretParts(
  reader: ledger.Reader,
  { result, final }: ledger.StoredRound,
  asked: readonly ledger.Person[],
  ballots: readonly ledger.StoredBallot[],
): Promise<AgreementSummary['participation']> {
  if (result?.lapsed) return undefined
  const late = final?.together && final.lateRoundId ? await ledger.ballotsOf(reader, final.lateRoundId) : []
  const given = [...ballots, ...late].filter(({ done }) => done)
  return participationOf(asked, new Set(given.map(({ participantId }) => participantId)), true)
}

/** How many answers stand on the text asked about, and how many only on an earlier one. */
function answered(current: number, all: number): Pick<AgreementSummary, 'answered' | 'answeredEarlier'> {
  return { answered: current, ...(all > current ? { answeredEarlier: all - current } : {}) }
}
