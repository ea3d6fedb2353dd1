import { earlierCheckInWords } from '../../../shared/content/earlier-check-words'
import { dayInWords } from '../../../shared/doc/day'
import { newId } from '../../../shared/doc/ids'
import type { Decision } from '../../../shared/tools/decisions/schema'
import { answerAsTold, answerInWords, methodInWords, statementInWords, wordingInWords } from '../../../shared/tools/decisions/words'
import type { AgreementSummary, Decided } from '../server-tool'

/** One log entry from what happened. `byName` is the name of whoever did it, as it was then. */
export function entryOf(fact: Decided, number: number, byName: string): Decision {
  const common = { id: newId('decision'), number, byName, atMs: fact.atMs }
  switch (fact.kind) {
    case 'statement/adopted':
      return {
        ...common,
        kind: 'adoption',
        words: `${statementInWords(fact.statementKind)}${fact.version > 1 ? `, version ${fact.version},` : ''} adopted: ${wordingInWords(fact.title, fact.text)}`,
        how: fact.agreement ? agreementInWords(fact.agreement) : 'Adopted without a check.',
        ...(fact.agreement &&
          fact.agreement.answered > 0 && { turnout: { voters: fact.agreement.answered, eligible: fact.agreement.eligible } }),
        reservations: (fact.agreement?.reservations ?? []).map((reservation) => ({
          ...reservation,
          answer: answerInWords(fact.agreement?.method ?? '', reservation.answer),
        })),
        ref: { collection: 'drafts', id: fact.draftId },
        textHash: fact.textHash,
        ...(fact.overrideReason !== undefined && { overrideReason: fact.overrideReason }),
      }
    case 'statement/reviewed':
      return {
        ...common,
        kind: 'review',
        words: `${statementInWords(fact.statementKind)} reviewed: “${fact.title}”, version ${fact.version}, stays as it is.`,
        how: fact.nextOn === undefined ? 'No next review is set.' : `Next review by ${dayInWords(Date.parse(fact.nextOn))}.`,
        reservations: [],
        ref: { collection: 'drafts', id: fact.draftId },
      }
    case 'round/recorded':
      return {
        ...common,
        kind: 'round',
        words: fact.words,
        how: `${methodInWords(fact.method)}: “${fact.question}”${fact.identity === 'open-link' ? '. Some of the voters came in by an open link.' : ''}`,
        turnout: { voters: fact.voters, eligible: fact.eligible },
        reservations: fact.reservations === undefined ? [] : [{ answer: '', reason: fact.reservations }],
        ref: { collection: 'rounds', id: fact.roundId },
      }
  }
}

/** What makes two facts the same one: a round may be recorded once for each wording, a draft adopted once for each text, and reviewed as often as somebody says so. */
export function sourceOf(fact: Decided): string {
  switch (fact.kind) {
    case 'statement/adopted':
      return `${fact.draftId} ${fact.textHash}`
    case 'statement/reviewed':
      return `${fact.draftId} reviewed ${fact.atMs}`
    case 'round/recorded':
      return `${fact.roundId} ${fact.atMs}`
  }
}

function agreementInWords({ method, levels, answered, passed, heldUpBy = [], onEarlier }: AgreementSummary): string {
  if (answered === 0) {
    const nobody = `${methodInWords(method)}: nobody had answered on this text.`
    return onEarlier ? `${nobody} ${earlierCheckInWords(onEarlier)}` : nobody
  }
  const counts = levels
    .filter(({ people }) => people > 0)
    .map(({ answer, people }, index) => `${people} ${index === 0 ? 'said ' : ''}“${answerAsTold(answerInWords(method, answer))}”`)
  const held = heldUpBy.length > 0 ? ` Not yet: ${heldUpBy.join(', ')}.` : ''
  const said = counts.length > 0 ? `: ${counts.join(', ')}` : ''
  return `${methodInWords(method)}${said}. The check’s rule was ${passed ? 'met' : 'not met'}.${held}`
}
