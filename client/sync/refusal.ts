import { z } from 'zod'
import { type Id, idSchema } from '../../shared/doc/ids'

/** Words that the server did not take, kept until the person has done something with them. */
export interface Refusal {
  /** Names it on this device, and in whatever is made of its words. */
  readonly key: Id<'refusal'>
  /** Name of the document that did not take them. */
  readonly room: string
  readonly message: string
  readonly words: readonly string[]
  /** The whole document as this person had it, as one update. */
  readonly replica: Uint8Array
  /** Where the words are now; absent while they are only here. */
  readonly settled?: SettledWords
}

const Words = z.object({ key: idSchema('refusal'), room: z.string(), message: z.string(), words: z.array(z.string()) })

/** What became of refused words. */
export interface SettledWords {
  /** For example `another wording of “Vision”`. */
  readonly where: string
  /** Address within the workshop; absent where there is nothing to go to. */
  readonly href?: string
}

/** Reads what this device kept; nothing when it is no refusal. */
export function refusalIn(stored: unknown): readonly Refusal[] {
  const read = Words.safeParse(stored)
  const replica = typeof stored === 'object' && stored !== null && 'replica' in stored ? stored.replica : undefined
  return read.success && replica instanceof Uint8Array ? [{ ...read.data, replica }] : []
}
