import type { Actor } from '../../../shared/access/actor'
import { firstConsentState, nextConsentSteps, takesAnswers } from '../../../shared/tools/votes/consent'
import { problem } from '../../../shared/tools/votes/problems'
import type { NewRound } from '../../../shared/tools/votes/requests'
import type { ConsentState, ConsentStep } from '../../../shared/tools/votes/schema'
import type { Effects, Tx } from '../server-tool'
import * as ledger from './ledger'
import { roundWrite } from './round-write'
import { keepText, type WordingText } from './wording-texts'

/** A wording's text as it is now, asked within the act; undefined when the wording is gone. */
export type PresentText = (draftId: string) => Promise<WordingText | undefined>

/** Where a new round begins that is led step by step: with presenting, one pass after the round that it repeats. */
export function consentAtStart(
  { method, stepByStep }: Pick<NewRound, 'method' | 'stepByStep'>,
  earlier: ledger.StoredRound | undefined,
  nowMs: number,
): { readonly consent?: ConsentState } {
  return method === 'consent' && stepByStep ? { consent: firstConsentState(earlier?.consent, nowMs) } : {}
}

/**
 * Goes to another step of deciding by consent, inside the caller's transaction; asked for the step that it is at, it
 * changes nothing. Going to the round asks about the text as it stands then.
 *
 * @throws WorkshopError `vote/no-steps`, `vote/wrong-step`, `vote/subject-not-found`
 */
export async function moveConsent(
  tx: Tx,
  by: Actor,
  round: ledger.StoredRound,
  step: ConsentStep,
  nowMs: number,
  presentText: PresentText,
): Promise<Effects<ConsentState>> {
  const { id: roundId, consent: before, subject } = round
  if (!before) throw problem('vote/no-steps', { roundId })
  if (before.step === step) return { result: before }
  const next = nextConsentSteps(round)
  if (!next.includes(step)) throw problem('vote/wrong-step', { roundId, step: before.step, next })
  const present = step === 'round' && subject ? await presentText(subject.draftId) : undefined
  if (step === 'round' && subject && !present) throw problem('vote/subject-not-found', { draftId: subject.draftId })
  if (present) await keepText(tx, round.workshopId, present)
  const textHash = present?.textHash ?? before.textHash
  const consent: ConsentState = { step, stepAtMs: nowMs, pass: before.pass, ...(textHash ? { textHash } : {}) }
  await ledger.updateRound(tx, roundId, { consent })
  return {
    result: consent,
    writes: [roundWrite(round, { consent })],
    ledger: [{ kind: 'vote/consent-step', payload: { roundId, by: by.id, step, pass: consent.pass, ...(textHash ? { textHash } : {}) } }],
  }
}

/** @throws WorkshopError `vote/not-in-round`: by consent all answers are given in the round. */
export function demandAnswerable(round: ledger.StoredRound): void {
  if (!takesAnswers(round)) throw problem('vote/not-in-round', { roundId: round.id, step: round.consent?.step })
}
