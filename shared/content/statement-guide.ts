import { z } from 'zod'
import source from './statement-guide.json' with { type: 'json' }

/** What the product can look for by itself. Hints only: they never block. */
export const AutoCheck = z.object({
  maxWords: z.number().int().optional(),
  maxSentences: z.number().int().optional(),
  maxItems: z.number().int().optional(),
  flagAllCaps: z.boolean().optional(),
  needsNumber: z.boolean().optional(),
  needsDate: z.boolean().optional(),
})
export type AutoCheck = z.infer<typeof AutoCheck>

const Range = z.tuple([z.number().int(), z.number().int()])

/** What one kind of statement is, and how to tell a good one. */
export const KindGuide = z.object({
  id: z.string(),
  label: z.string(),
  answers: z.string(),
  definition: z.string(),
  lengthHint: z.object({ sentences: Range, words: Range }),
  prompts: z.array(z.string()),
  criteria: z.array(z.object({ id: z.string(), text: z.string(), auto: AutoCheck.optional() })),
})
export type KindGuide = z.infer<typeof KindGuide>

/** The guide's kinds in its order. */
export const kindGuides: readonly KindGuide[] = z.array(KindGuide).parse(source.kinds)

/** Ways to make a wording better, one sentence each. */
export const redraftMoves: readonly { readonly id: string; readonly text: string }[] = z
  .array(z.object({ id: z.string(), text: z.string() }))
  .parse(source.redraftMoves)

/** What a review date is, beside the field for it. */
export const reviewHint: string = source.reviewHint
