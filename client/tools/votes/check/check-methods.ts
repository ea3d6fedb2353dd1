import type { AgreementMethod } from '../../../../shared/tools/votes/methods'

/** A way to check a wording, as a facilitator chooses it and everybody is asked. */
export interface CheckMethod {
  readonly method: AgreementMethod
  /** When it is the right one, in one line. */
  readonly when: string
  readonly question: string
}

/** The ways to check a wording, lightest first. Source: decision-methods.json, `useWhen`. */
export const checkMethods: readonly CheckMethod[] = [
  { method: 'resonance', when: 'While you write. Three answers, live and by name.', question: 'Does this resonate with you?' },
  {
    method: 'gradients',
    when: 'When it needs real support. Eight levels show who is half-hearted.',
    question: 'How far do you agree with exactly these words?',
  },
  { method: 'fist', when: 'To see quickly whether you may move on.', question: 'Fist to five: may we go on with these words?' },
  {
    method: 'consent',
    when: 'To try something safely, step by step, until a review.',
    question: 'Good enough for now, and safe enough to try?',
  },
]

/** What everybody is asked by this method. */
export function questionOf(method: AgreementMethod): string {
  return checkMethods.find((each) => each.method === method)?.question ?? ''
}
