import { agreementVerdict, countAnswers, isReservation } from '../../../shared/tools/votes/agreement'
import { textAsked } from '../../../shared/tools/votes/consent'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { namedAnswer } from '../../../shared/tools/votes/result'
import type { AgreementSummary } from '../server-tool'
import * as ledger from './ledger'
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
  const asked = about.filter(({ state, method }) => isAgreement(method) && state !== 'cancelled' && state !== 'draft')
  const round = question.roundId ? asked.find(({ id }) => id === question.roundId) : asked[0]
  if (!round || !isAgreement(round.method)) return undefined
  const { method, rule } = round
  const ballots = await ledger.ballotsOf(reader, round.id)
  const people = await ledger.peopleOf(reader, question.workshopId)
  const electorate = ledger.electorateOf(round, people, ballots)
  const eligible = electorate.length
  const standing = await ballotsOn(reader, round, question.textHash, ballots, electorate)
  const given = standing.flatMap((ballot) => namedAnswer(ballot) ?? [])
  if (method !== 'resonance' && round.state !== 'closed') {
    const current = standing.filter(({ answer, lapsed }) => answer !== undefined && !lapsed).length
    return { roundId: round.id, method, eligible, ...answered(current, given.length), passed: false, levels: [], reservations: [] }
  }
  if (round.secret) return secretSummary(round, question.textHash)
  // From the close on it is the answers that it froze, on the text that it froze; the first versions froze no text.
  const { result } = round
  const isAsked = textAsked(round) === question.textHash
  const live = standing.filter(({ lapsed }) => !lapsed).flatMap((ballot) => namedAnswer(ballot) ?? [])
  const frozen = result?.textHash === undefined ? undefined : isAsked ? (result.answers ?? []) : []
  const current = frozen ?? live
  const all = frozen ? (result?.voters ?? 0) + (result?.lapsed ?? 0) : given.length
  const answeredIds = new Set<string>(current.map(({ participantId }) => participantId))
  const names = new Map<string, string>(people.map(({ id, name }) => [id, name]))
  // What a check came to at its close stands, whoever has come since.
  const final = isAsked && (frozen || method !== 'resonance') ? result?.verdict : undefined
  const answers = current.map(({ answer }) => answer)
  return {
    roundId: round.id,
    method,
    eligible: final ? (round.closingTurnout?.eligible ?? eligible) : eligible,
    ...answered(current.length, all),
    passed: (final ?? agreementVerdict(method, rule, eligible, answers)).passed,
    levels: countAnswers(
      method,
      answers.map((answer) => ({ answer })),
    ).map(({ answer, people }) => ({ answer: String(answer), people })),
    reservations: current.flatMap(({ participantId, answer, reason }) => {
      if (!(isReservation(method, rule, answer) || reason)) return []
      return [{ name: names.get(participantId) ?? '', answer: String(answer), ...(reason ? { reason } : {}) }]
    }),
    missing: electorate.filter(({ id }) => !answeredIds.has(id)).map(({ name }) => name),
  }
}

/** A closed secret check: its result as published, and only where it closed on this text. */
function secretSummary(round: ledger.StoredRound, textHash: string): AgreementSummary | undefined {
  const { result, closingTurnout } = round
  if (!result || !closingTurnout) return undefined
  const isAsked = textAsked(round) === textHash
  return {
    roundId: round.id,
    method: round.method,
    eligible: closingTurnout.eligible,
    ...answered(isAsked ? result.voters : 0, result.voters + (result.lapsed ?? 0)),
    passed: isAsked && result.verdict?.passed === true,
    levels: isAsked ? (result.levels ?? []).map(({ answer, people }) => ({ answer: String(answer), people })) : [],
    reservations: isAsked ? (result.reasons ?? []).map(({ answer, reason }) => ({ answer: String(answer), reason })) : [],
  }
}

/** How many answers stand on the text asked about, and how many only on an earlier one. */
function answered(current: number, all: number): Pick<AgreementSummary, 'answered' | 'answeredEarlier'> {
  return { answered: current, ...(all > current ? { answeredEarlier: all - current } : {}) }
}
