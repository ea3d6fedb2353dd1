import { z } from 'zod'
import { limits } from '../sync/limits'
import type { RecordRef } from './ids'
import type { Block } from './outline'

/** A piece of a text that was put together, with the records whose words it has. */
export interface ComposedPart {
  readonly blocks: readonly Block[]
  readonly refs?: readonly RecordRef[]
}

/** What a text was put together from, kept with it for as long as it lives. */
export const ComposedFrom = z.object({
  /** Id of the outline. */
  outline: z.string().max(64),
  atMs: z.number(),
  /** What the workshop held then, each with the hash of what went in. */
  fills: z.array(z.object({ from: z.string().max(64), hash: z.string().max(64) })),
  /** The partners then, who are to sign. */
  parties: z.array(z.object({ id: z.string().max(64), name: z.string().max(limits.titleLength), level: z.string().max(64) })),
})
export type ComposedFrom = z.infer<typeof ComposedFrom>
