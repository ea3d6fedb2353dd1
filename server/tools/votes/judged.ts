import { textAsked } from '../../../shared/tools/votes/consent'
import { provisionalInWords } from '../../../shared/tools/votes/final-words'
import { heldUpBy } from '../../../shared/tools/votes/required'
import { nameInSentence, verdictInWords } from '../../../shared/tools/votes/required-words'
import type { RoundResult, Verdict } from '../../../shared/tools/votes/schema'
import type { AgreementSummary } from '../server-tool'
import type { StoredRound } from './ledger'

/** What a closed check came to: with late answers, where they were added. */
export function closedResult({ result, final }: StoredRound): RoundResult | undefined {
  return final?.together ?? result
}

/** A provisional check has passed no sooner than it is final. */
export function judged(round: StoredRound, verdict: Verdict | undefined): Pick<AgreementSummary, 'passed' | 'verdict' | 'heldUpBy'> {
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

/** What the last closed one of these checks, newest first, came to; undefined where it was on exactly this text. */
export function earlierOutcome(checks: readonly StoredRound[], textHash: string): AgreementSummary['onEarlier'] {
  const last = checks.find(({ state }) => state === 'closed')
  const result = last && closedResult(last)
  // The first versions froze no text: how those stand is told from the answers.
  if (!last || !result || last.result?.textHash === undefined || textAsked(last) === textHash) return undefined
  const { passed, verdict } = judged(last, result.verdict)
  const eligible = last.final?.eligible ?? last.closingTurnout?.eligible ?? result.voters
  return { roundId: last.id, passed, answered: result.voters, eligible, ...(verdict === undefined ? {} : { verdict }) }
}
