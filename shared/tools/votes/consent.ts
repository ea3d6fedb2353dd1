import { type ConsentState, type ConsentStep, consentSteps, type Round, type RoundState } from './schema'

/** As much of a round as its steps depend on. */
export type ConsentRound = Pick<Round, 'consent' | 'result'> & { readonly state: RoundState }

/**
 * Where a group may go from each step while the round is open: on, over amending if the proposer wishes no change, or one
 * step back. From the round there is no way back: its answers are bound to the text they were given on.
 *
 * Source: decision-methods.json, method `consent`; MISSION, consent.
 */
const openMoves: Readonly<Record<ConsentStep, readonly ConsentStep[]>> = {
  present: ['clarify'],
  clarify: ['present', 'react'],
  react: ['clarify', 'amend', 'round'],
  amend: ['react', 'round'],
  round: [],
  integrate: [],
}

/** The steps that may follow now, in the order of the method; none where there are no steps or nothing is left to do. */
export function nextConsentSteps({ consent, state, result }: ConsentRound): readonly ConsentStep[] {
  if (!consent) return []
  if (state === 'open') return openMoves[consent.step]
  return state === 'closed' && consent.step === 'round' && objectionsIn(result) > 0 ? ['integrate'] : []
}

/** Whether a round takes answers: one by consent only in its round, every other one as long as it is open. */
export function takesAnswers({ consent }: Pick<Round, 'consent'>): boolean {
  return consent === undefined || consent.step === 'round'
}

/** How many objected; 0 while that is sealed. */
export function objectionsIn(result: Round['result']): number {
  return result?.levels?.find(({ answer }) => answer === 'objection')?.people ?? 0
}

/** Hash of the text that a check is on: the one it closed on, else the one it asked about first, by consent when its round began. */
export function textAsked({ subject, consent, result }: Pick<Round, 'subject' | 'consent' | 'result'>): string | undefined {
  return result?.textHash ?? consent?.textHash ?? subject?.textHash
}

/** The first step; `earlier` is the round by consent that this one repeats on a changed text. */
export function firstConsentState(earlier: ConsentState | undefined, atMs: number): ConsentState {
  return { step: 'present', stepAtMs: atMs, pass: (earlier?.pass ?? 0) + 1 }
}

/** For example 5 for the round. */
export function placeOf(step: ConsentStep): number {
  return consentSteps.indexOf(step) + 1
}
