import { z } from 'zod'

/** A record's id: what kind of record it is, then 16 random base-62 characters (95 bits). */
export type Id<Prefix extends string> = `${Prefix}_${string}`

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const idLength = 16

/**
 * Makes a fresh id. Uses `getRandomValues` only, which exists on plain http too.
 *
 * @param prefix the kind of record, lower case, for example `idea`
 */
export function newId<Prefix extends string>(prefix: Prefix): Id<Prefix> {
  let tail = ''
  while (tail.length < idLength) {
    for (const byte of crypto.getRandomValues(new Uint8Array(idLength))) {
      // 248 = 4 x 62: bytes above it would favour the first characters.
      if (byte < 248 && tail.length < idLength) tail += alphabet[byte % 62]
    }
  }
  return `${prefix}_${tail}`
}

/** The schema of ids of one kind; it fits the gate's rule for keys (`[A-Za-z0-9_:.-]{1,64}`). */
export function idSchema<Prefix extends string>(prefix: Prefix) {
  return z.templateLiteral([`${prefix}_`, z.string().regex(/^[A-Za-z0-9-]{1,48}$/)]) as unknown as z.ZodType<
    Id<Prefix>, // templateLiteral infers the same shape; the named type reads better in errors
    Id<Prefix>
  >
}

/** Points at another tool's record, so that tools need not import one another. */
export const RecordRef = z.object({ collection: z.string().min(1).max(64), id: z.string().min(1).max(64) })
export type RecordRef = z.infer<typeof RecordRef>
