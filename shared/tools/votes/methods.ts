import { z } from 'zod'

/** Ways to decide. Parameters, levels and sources: shared/content/decision-methods.json. */
export const methods = [
  'dots',
  'approval',
  'score',
  'rank',
  'matrix',
  'budget',
  'majority',
  'resonance',
  'gradients',
  'fist',
  'consent',
] as const
export const Method = z.enum(methods)
export type Method = z.infer<typeof Method>

/** Methods in which a ballot is one answer instead of an allocation over options. */
export const agreementMethods = ['resonance', 'gradients', 'fist', 'consent'] as const
export type AgreementMethod = (typeof agreementMethods)[number]
export type AllocationMethod = Exclude<Method, AgreementMethod>

export const methodLabels: Record<Method, string> = {
  dots: 'Dot vote',
  approval: 'Approval vote',
  score: 'Scores',
  rank: 'Ranked choice',
  matrix: 'Impact and effort',
  budget: 'Budget',
  majority: 'Majority vote',
  resonance: 'Resonance check',
  gradients: 'Gradients of agreement',
  fist: 'Fist to five',
  consent: 'Consent',
}

export function isAgreement(method: Method): method is AgreementMethod {
  return (agreementMethods as readonly string[]).includes(method)
}

/** What a resonance check, gradients, fist to five or consent may be answered with. */
export const Answer = z.union([z.string().min(1).max(32), z.number().int().min(0).max(8)])
export type Answer = z.infer<typeof Answer>

/** One answer of a scale, best first, with its words. */
export interface Level {
  readonly answer: Answer
  readonly label: string
  /** At the head of a row; absent where the label does. */
  readonly heading?: string
}

/** The scale of each agreement method, from most to least agreement. Source: shared/content/decision-methods.json. */
export const levelsOf: Record<AgreementMethod, readonly Level[]> = {
  resonance: [
    { answer: 'resonates', label: 'It resonates', heading: 'Resonates' },
    { answer: 'live-with', label: 'I can live with it', heading: 'Can live with it' },
    { answer: 'not-yet', label: 'Not yet' },
  ],
  gradients: [
    { answer: 1, label: 'Whole-hearted endorsement' },
    { answer: 2, label: 'Agreement with a minor point of contention' },
    { answer: 3, label: 'Support with reservations' },
    { answer: 4, label: 'Abstain' },
    { answer: 5, label: 'More discussion needed' },
    { answer: 6, label: 'Don’t like but will support' },
    { answer: 7, label: 'Serious disagreement' },
    { answer: 8, label: 'Veto' },
  ],
  fist: [
    { answer: 5, label: 'Five: excellent; I will help lead it' },
    { answer: 4, label: 'Four: a good idea; I will work for it' },
    { answer: 3, label: 'Three: not sold, and comfortable letting it pass' },
    { answer: 2, label: 'Two: some points must be talked through first' },
    { answer: 1, label: 'One: strong concerns; I need changes' },
    { answer: 0, label: 'Fist: I would block this' },
  ],
  consent: [
    { answer: 'consent', label: 'Consent' },
    { answer: 'abstain', label: 'Abstain' },
    { answer: 'objection', label: 'Objection' },
  ],
}
