import { agreementVerdict, countAnswers, isReservation } from '../../../shared/tools/votes/agreement'
import { textAsked } from '../../../shared/tools/votes/consent'
import { provisionalInWords } from '../../../shared/tools/votes/final-words'
import { isAgreement } from '../../../shared/tools/votes/methods'
import { heldUpBy, standingsOf, withRequired } from '../../../shared/tools/votes/required'
import { nameInSentence, verdictInWords } from '../../../shared/tools/votes/required-words'
import type { Verdict } from '../../../shared/tools/votes/schema'
import { isLate } from '../../../shared/tools/votes/selectors'
import type { AgreementSummary } from '../server-tool'
import { closingBallots } from './counting'
import * as ledger from './ledger'

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
  const checks = about.filter((round) => isAgreement(round.method) && !isLate(round))
  const asked = checks.filter(({ state }) => state !== 'cancelled' && state !== 'draft')
  const round = question.roundId ? asked.find(({ id }) => id === question.roundId) : asked[0]
  if (!round || !isAgreement(round.method)) return undefined
  const { method, rule } = round
  const lateId = round.final?.together && round.final.lateRoundId
  const ballots = [...(await ledger.ballotsOf(reader, round.id)), ...(lateId ? await ledger.ballotsOf(reader, lateId) : [])]
  const electorate = ledger.electorateOf(round, await ledger.peopleOf(reader, question.workshopId), ballots)
  const eligible = electorate.length
  if (method !== 'resonance' && round.state !== 'closed') {
    const answered = answeredOn(round, question.textHash, ballots.filter(({ done }) => done).length)
    return { roundId: round.id, method, eligible, ...answered, passed: false, levels: [], reservations: [] }
  }
  if (round.secret) return secretSummary(round, question.textHash)
  const present = closingBallots(ballots, electorate).filter(({ answer }) => answer !== undefined)
  const current = present.filter(({ textHash }) => textHash === question.textHash)
  const answeredEarlier = present.length - current.length
  const answers = current.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
  const answered = new Set<string>(current.map(({ participantId }) => participantId))
  const names = new Map<string, string>(electorate.map(({ id, name }) => [id, name]))
  // What a sealed check came to at its close stands, whoever has come since.
  const final = method !== 'resonance' && textAsked(round) === question.textHash ? closedVerdict(round) : undefined
  const required = standingsOf({ ...round, method }, current, electorate, [])
  const verdict = final ?? withRequired(agreementVerdict(method, rule, eligible, answers), required)
  return {
    roundId: round.id,
    method,
    eligible: final ? (round.final?.eligible ?? round.closingTurnout?.eligible ?? eligible) : eligible,
    answered: answers.length,
    ...judged(round, verdict),
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
  }
}

/** What a closed check came to: with late answers, where they were added. */
function closedVerdict({ result, final }: ledger.StoredRound): Verdict | undefined {
  return (final?.together ?? result)?.verdict
}

/** A provisional check has passed no sooner than it is final. */
function judged(round: ledger.StoredRound, verdict: Verdict | undefined): Pick<AgreementSummary, 'passed' | 'verdict' | 'heldUpBy'> {
  if (!verdict) return { passed: false }
  const { provisional, final, method } = round
  const isWaiting = provisional !== undefined && !final
  const waiting = isWaiting ? [provisionalInWords(provisional, method), 'It is not final yet.'] : []
  const held = heldUpBy(verdict).map((each) => nameInSentence(each))
  return {
    passed: verdict.passed && !isWaiting,
    verdict: [...waiting, verdictInWords(round, verdict)].join(' '),
    ...(held.length > 0 ? { heldUpBy: held } : {}),
  }
}

/** A closed secret check: its result as published, and only where the whole round was about this text. */
function secretSummary(round: ledger.StoredRound, textHash: string): AgreementSummary | undefined {
  const { closingTurnout, final } = round
  const result = final?.together ?? round.result
  if (!result || !closingTurnout) return undefined
  const isAsked = textAsked(round) === textHash
  return {
    roundId: round.id,
    method: round.method,
    eligible: final?.eligible ?? closingTurnout.eligible,
    ...answeredOn(round, textHash, result.voters),
    ...judged(round, isAsked ? result.verdict : undefined),
    levels: isAsked ? (result.levels ?? []).map(({ answer, people }) => ({ answer: String(answer), people })) : [],
    reservations: isAsked ? (round.result?.reasons ?? []).map(({ answer, reason }) => ({ answer: String(answer), reason })) : [],
  }
}

/** All answers of a sealed check are on one text: this one or an earlier one. */
function answeredOn(round: ledger.StoredRound, textHash: string, people: number): Pick<AgreementSummary, 'answered' | 'answeredEarlier'> {
  return textAsked(round) === textHash ? { answered: people } : { answered: 0, answeredEarlier: people }
}
