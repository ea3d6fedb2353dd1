import { z } from 'zod'
import { RecordRef } from '../doc/ids'
import { defineEndpoint } from '../http/endpoint'

const news = {
  /** The tool whose sentence it is. */
  tool: z.string(),
  /** What happened or is asked, for example `draft/changed`; its tool has the words. */
  kind: z.string(),
  subject: RecordRef,
  /** What the subject is called. */
  title: z.string(),
  /** Who did it or asks, where that is known to all. */
  by: z.string().optional(),
  /** Numbers that the sentence names. */
  counts: z.record(z.string(), z.number().int()).optional(),
  /** Where to go: the id of a step, `log` or `document`; absent where no step shows it. */
  view: z.string().optional(),
}

/** Something that changed while somebody was away. */
export const Change = z.object({
  ...news,
  /** When, or when last; absent where only that it changed is known. */
  atMs: z.number().optional(),
  /** Words of the group that the sentence quotes. */
  words: z.string().optional(),
  /** The text then and now, without markup. */
  difference: z.object({ before: z.string(), after: z.string() }).optional(),
})
export type Change = z.infer<typeof Change>

/** Something that a person is asked and has not answered. */
export const Waiting = z.object({
  ...news,
  /** Server time of the last moment for it; absent where none is set. */
  untilMs: z.number().optional(),
})
export type Waiting = z.infer<typeof Waiting>

export const CatchUp = z.object({
  /** Server time at which the last visit ended; for whoever was never away, when they joined. */
  sinceMs: z.number(),
  /** Whether they have not left since they joined. */
  isFirst: z.boolean(),
  /** Whether they were away for long enough to be told by themselves. */
  wasAway: z.boolean(),
  /** By tool, in the order of the registry; what happened first comes first. */
  changed: z.array(Change),
  /** What ends first comes first. */
  waits: z.array(Waiting),
})
export type CatchUp = z.infer<typeof CatchUp>

/** What somebody missed. */
export const catchUpContract = {
  catchUp: defineEndpoint({
    method: 'GET',
    path: '/api/workshops/:id/catch-up',
    summary: 'What changed since my last visit, and what waits for my answer',
    /** `away`: only after an absence that is worth a word; else both lists are empty. */
    query: z.object({ only: z.literal('away').optional() }),
    result: CatchUp,
    status: 200,
  }),
} as const
