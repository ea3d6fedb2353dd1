import { agreementVerdict, countAnswers, isReservation } from '../../../shared/tools/votes/agreement'
import { textAsked } from '../../../shared/tools/votes/consent'
import { isAgreement } from '../../../shared/tools/votes/methods'
import type { AgreementSummary } from '../server-tool'
import { closingBallots } from './counting'
import * as ledger from './ledger'
import { participationOf } from './participation'

export interface AgreementQuestion {
  readonly workshopId: string
  readonly draftId: string
  /** The text asked about: only answers given on exactly this one count. */
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
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(reader, question.workshopId), ballots)
  const eligible = electorate.length
  if (method !== 'resonance' && round.state !== 'closed') {
    const answered = answeredOn(round, question.textHash, ballots.filter(({ done }) => done).length)
    return { roundId: round.id, method, eligible, ...answered, passed: false, levels: [], reservations: [] }
  }
  if (round.secret) return secretSummary(reader, round, question, ballots)
  const present = closingBallots(ballots, electorate).filter(({ answer }) => answer !== undefined)
  const current = present.filter(({ textHash }) => textHash === question.textHash)
  const answeredEarlier = present.length - current.length
  const answers = current.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
  const answered = new Set<string>(current.map(({ participantId }) => participantId))
  const names = new Map<string, string>(electorate.map(({ id, name }) => [id, name]))
  // What a sealed check came to at its close stands, whoever has come since.
  const final = method !== 'resonance' && textAsked(round) === question.textHash ? round.result?.verdict : undefined
  return {
    roundId: round.id,
    method,
    eligible: final ? (round.closingTurnout?.eligible ?? eligible) : eligible,
    answered: answers.length,
    passed: (final ?? agreementVerdict(method, rule, eligible, answers)).passed,
    levels: countAnswers(
      method,
      answers.map((answer) => ({ answer })),
    ).map(({ answer, people }) => ({ answer: String(answer), people })),
    reservations: current.flatMap(({ participantId, answer, reason }) => {
      if (answer === undefined || !(isReservation(method, rule, answer) || reason)) return []
      return [{ name: names.get(participantId) ?? '', answer: String(answer), ...(reason ? { reason } : {}) }]
    }),
    ...(answeredEarlier > 0 ? { answeredEarlier } : {}),
    missing: electorate.filter(({ id }) => !answered.has(id)).map(({ name }) => name),
    participation: participationOf(electorate, answered, false),
  }
}

/** A closed secret check: its result as published, and only where the whole round was about this text. */
async function secretSummary(
  reader: ledger.Reader,
  round: ledger.StoredRound,
  { workshopId, textHash }: AgreementQuestion,
  ballots: readonly ledger.StoredBallot[],
): Promise<AgreementSummary | undefined> {
  const { result, closingTurnout } = round
  if (!result || !closingTurnout) return undefined
  const roll = await ledger.keptElectorate(reader, round.id)
  const asked = (await ledger.peopleOf(reader, workshopId)).filter(({ id }) => roll.has(id))
  const voted = new Set(ballots.map(({ participantId }) => participantId))
  const isAsked = textAsked(round) === textHash
  return {
    roundId: round.id,
    method: round.method,
    eligible: closingTurnout.eligible,
    ...answeredOn(round, textHash, result.voters),
    passed: isAsked && result.verdict?.passed === true,
    levels: isAsked ? (result.levels ?? []).map(({ answer, people }) => ({ answer: String(answer), people })) : [],
    reservations: isAsked ? (result.reasons ?? []).map(({ answer, reason }) => ({ answer: String(answer), reason })) : [],
    ...(isAsked ? { participation: participationOf(asked, voted, true) } : {}),
  }
}

/** All answers of a sealed check are on one text: this one or an earlier one. */
function answeredOn(round: ledger.StoredRound, textHash: string, people: number): Pick<AgreementSummary, 'answered' | 'answeredEarlier'> {
  return textAsked(round) === textHash ? { answered: people } : { answered: 0, answeredEarlier: people }
}
