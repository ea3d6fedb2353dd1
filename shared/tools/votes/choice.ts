import { z } from 'zod'
import { Answer } from './methods'
import { Allocation } from './schema'

/** What a ballot says. */
export const Choice = z.object({
  allocation: Allocation.optional(),
  answer: Answer.optional(),
  reason: z.string().optional(),
  binding: z.enum(['wording', 'spirit']).optional(),
  textHash: z.string().optional(),
})
export type Choice = z.infer<typeof Choice>

/** What the ledger keeps the SHA-256 of for each ballot: it proves the choice to whoever has salt and receipt. */
export function committedText(salt: string, receipt: string, choice: unknown): string {
  return JSON.stringify([salt, receipt, choice])
}
