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
