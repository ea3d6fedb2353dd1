import { z } from 'zod'
import { canonicalJson } from '../../doc/canonical-json'
import { Round } from './schema'

const { shape } = Round

/** What of a round is frozen when it is made; its hash is in the ledger from the opening on. */
export const Terms = z.object({
  question: shape.question,
  method: shape.method,
  secret: shape.secret,
  dots: shape.dots,
  maxPerOption: shape.maxPerOption,
  options: shape.options,
  rule: shape.rule,
  subject: shape.subject,
  facilitatorsVote: shape.facilitatorsVote,
  stepId: shape.stepId,
  meaning: shape.meaning,
  binding: shape.binding,
  after: shape.after,
  awaits: shape.awaits,
  untilMs: shape.untilMs,
})
export type Terms = z.infer<typeof Terms>

/** What a round's `termsHash` is the SHA-256 of: everything frozen, as canonical JSON. A round as it is read will do too. */
export function termsText(round: Terms): string {
  return canonicalJson(Terms.parse(round))
}
