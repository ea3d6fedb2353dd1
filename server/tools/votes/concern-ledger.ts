import { Concern } from '../../../shared/tools/votes/concern-schema'
import type { Database } from '../../storage/tables'
import type { Tx } from '../server-tool'
import type { KeyProof } from './concern-key'
import type { Reader } from './ledger'

/** A concern as the ledger has it. */
export interface StoredConcern {
  readonly concern: Concern
  /** Secret checks only. Never leaves the server. */
  readonly proof?: KeyProof
}

const Body = Concern.omit({ id: true, draftId: true, roundId: true, authorId: true })

export async function insertConcern(tx: Tx, workshopId: string, concern: Concern, proof?: KeyProof): Promise<void> {
  await tx
    .insertInto('concerns')
    .values({
      id: concern.id,
      workshop_id: workshopId,
      draft_id: concern.draftId,
      round_id: concern.roundId,
      author_id: concern.authorId ?? null,
      body: bodyOf(concern),
      key_salt: proof?.salt ?? null,
      key_hash: proof?.hash ?? null,
    })
    .execute()
}

/** The concern, if it is this workshop's. */
export async function findConcern(reader: Reader, workshopId: string, concernId: string): Promise<StoredConcern | undefined> {
  const query = reader.selectFrom('concerns').selectAll().where('id', '=', concernId).where('workshop_id', '=', workshopId)
  const row = await query.executeTakeFirst()
  return row && stored(row)
}

/** Concerns that a round raised, by their ids, which are random. */
export async function concernsOfRound(reader: Reader, workshopId: string, roundId: string): Promise<readonly StoredConcern[]> {
  const query = reader.selectFrom('concerns').selectAll().where('workshop_id', '=', workshopId).where('round_id', '=', roundId)
  return (await query.orderBy('id').execute()).map(stored)
}

/** Concerns about a wording, whichever check raised them. */
export async function concernsOfDraft(reader: Reader, workshopId: string, draftId: string): Promise<readonly Concern[]> {
  const query = reader.selectFrom('concerns').selectAll().where('workshop_id', '=', workshopId).where('draft_id', '=', draftId)
  return (await query.orderBy('id').execute()).map((row) => stored(row).concern)
}

/** Concerns of a person. */
export async function concernsBy(reader: Reader, workshopId: string, authorId: string): Promise<readonly Concern[]> {
  const query = reader.selectFrom('concerns').selectAll().where('workshop_id', '=', workshopId).where('author_id', '=', authorId)
  return (await query.orderBy('id').execute()).map((row) => stored(row).concern)
}

/** Writes a concern over itself as it was before. */
export async function updateConcern(tx: Tx, concern: Concern): Promise<void> {
  const columns = { author_id: concern.authorId ?? null, body: bodyOf(concern) }
  await tx.updateTable('concerns').set(columns).where('id', '=', concern.id).execute()
}

function bodyOf(concern: Concern): string {
  return JSON.stringify(Body.parse(concern))
}

function stored(row: Database['concerns']): StoredConcern {
  const { id, draft_id, round_id, author_id, body, key_salt, key_hash } = row
  const concern = Concern.parse({
    ...Body.parse(JSON.parse(body)),
    id,
    draftId: draft_id,
    roundId: round_id,
    ...(author_id === null ? {} : { authorId: author_id }),
  })
  return { concern, ...(key_salt === null || key_hash === null ? {} : { proof: { salt: key_salt, hash: key_hash } }) }
}
