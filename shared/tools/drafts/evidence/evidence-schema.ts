import { z } from 'zod'
import { RecordRef } from '../../../doc/ids'

/** A record that words come from, in the words that it had when the wording was adopted. */
export const EvidenceSource = z.object({
  ref: RecordRef,
  /** For example `Note`. */
  kind: z.string(),
  words: z.string(),
  /** Absent where nobody is named, as with anonymous notes. */
  by: z.string().optional(),
  /** The reason given with it. */
  why: z.string().optional(),
  isGone: z.boolean().optional(),
})
export type EvidenceSource = z.infer<typeof EvidenceSource>

/** Where the words of a wording come from. Numbers are places in `sources`. */
export const Evidence = z.object({
  /** The whole text in reading order; without a source, a phrase was written fresh. */
  phrases: z.array(z.object({ text: z.string(), sources: z.array(z.number().int()) })),
  sources: z.array(EvidenceSource),
  /** What was decided about the sources, or about the wording itself. */
  decisions: z.array(
    z.object({
      ref: RecordRef,
      words: z.string(),
      outcome: z.string().optional(),
      on: z.array(z.number().int()),
      /** It was about this very wording. */
      isOnWording: z.boolean().optional(),
      /** Of a closed check on this wording: whether it was about exactly the adopted words; absent in adoptions from before it was kept. */
      isOnTheseWords: z.boolean().optional(),
    }),
  ),
  /** Sources of words that were rewritten until nothing of them was left. */
  rewritten: z.array(z.number().int()),
})
export type Evidence = z.infer<typeof Evidence>
export type EvidencePhrase = Evidence['phrases'][number]
