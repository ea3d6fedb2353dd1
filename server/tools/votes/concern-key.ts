import { timingSafeEqual } from 'node:crypto'
import { becomesConcern } from '../../../shared/tools/votes/concern-selectors'
import { isAgreement } from '../../../shared/tools/votes/methods'
import type { Tx } from '../server-tool'
import { newSalt, sha256Hex } from './commitment'
import type { Choice, Reader, StoredRound } from './ledger'

/** What is kept of a key: it tells the right one from a wrong one, and is worth nothing to whoever reads it. */
export interface KeyProof {
  readonly salt: string
  readonly hash: string
}

/** Part of an answer to a cast, and of one's own ballot. */
interface WithKey {
  readonly concernKey?: string
}

const keyLetters = 32

/**
 * The key to a concern in a secret check, for its author alone. Receipts are published with the answers, so whoever holds one
 * proves nothing; a key is made of the ballot's salt, which the server forgets at the close.
 */
export function concernKeyOf(round: StoredRound, { answer, reason }: Choice, salt: string): WithKey {
  const { method } = round
  if (!round.secret || !round.subject || !isAgreement(method) || answer === undefined) return {}
  return becomesConcern({ ...round, method }, { answer, reason }) ? { concernKey: keyFrom(salt) } : {}
}

/** The key to somebody's own concern while the check runs; nothing after its close. */
export async function ownConcernKey(
  reader: Reader,
  round: StoredRound,
  participantId: string,
  choice: Choice | undefined,
): Promise<WithKey> {
  if (!round.secret || !choice) return {}
  const salt = (await saltsOf(reader, round.id)).get(participantId)
  return salt === undefined ? {} : concernKeyOf(round, choice, salt)
}

/** What outlives the close, by the participant whose ballot it was made from. */
export async function keyProofsOf(tx: Tx, roundId: string): Promise<(participantId: string) => KeyProof | undefined> {
  const salts = await saltsOf(tx, roundId)
  return (participantId) => {
    const salt = salts.get(participantId)
    return salt === undefined ? undefined : proofOf(keyFrom(salt))
  }
}

/** Whether this is the key that the proof was made of. */
export function opens({ salt, hash }: KeyProof, key: string): boolean {
  return timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(salt, key)))
}

function proofOf(key: string): KeyProof {
  const salt = newSalt()
  return { salt, hash: hashOf(salt, key) }
}

function keyFrom(salt: string): string {
  return sha256Hex(`concern ${salt}`).slice(0, keyLetters)
}

function hashOf(salt: string, key: string): string {
  return sha256Hex(`${salt} ${key}`)
}

async function saltsOf(reader: Reader, roundId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('ballots').select(['participant_id', 'salt']).where('round_id', '=', roundId).execute()
  return new Map(rows.flatMap(({ participant_id, salt }) => (salt === null ? [] : [[participant_id, salt] as const])))
}
