import { z } from 'zod'

/** Hash of the entry before the first. */
export const genesisHash = '0'.repeat(64)

const Hash = z.string().regex(/^[0-9a-f]{64}$/)

/** One entry of a workshop's hash chain. Participant ids only, never names. */
export const OpenEntry = z.strictObject({
  seq: z.number().int(),
  /** Milliseconds since the epoch by the server's clock. */
  atMs: z.number().int(),
  kind: z.string(),
  payload: z.record(z.string(), z.unknown()),
  previousHash: Hash,
  hash: Hash,
})
export type OpenEntry = z.infer<typeof OpenEntry>

/** An entry that is none of the reader's business: only its place in the chain. */
export const SealedEntry = z.strictObject({ seq: z.number().int(), previousHash: Hash, hash: Hash })
export type SealedEntry = z.infer<typeof SealedEntry>

export const ChainEntry = z.union([OpenEntry, SealedEntry])
export type ChainEntry = z.infer<typeof ChainEntry>

/** What an entry's hash is the SHA-256 of. The payload is JSON exactly as it was first written. */
export function hashedText(
  workshopId: string,
  { previousHash, seq, atMs, kind, payload }: Omit<OpenEntry, 'hash' | 'payload'> & { readonly payload: string },
): string {
  return JSON.stringify([previousHash, workshopId, seq, atMs, kind, payload])
}

/** An entry without what it says. */
export function sealed({ seq, previousHash, hash }: ChainEntry): SealedEntry {
  return { seq, previousHash, hash }
}
