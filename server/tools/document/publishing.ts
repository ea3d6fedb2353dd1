import type { Kysely } from 'kysely'
import { recordRoom } from '../../../shared/sync/room-name'
import { publications } from '../../../shared/tools/document/collections'
import { DocumentModel, type Publication } from '../../../shared/tools/document/schema'
import type { Database } from '../../storage/tables'
import type { DocWrite, Tx } from '../server-tool'

/** A version about to be published. */
export interface NewVersion {
  readonly workshopId: string
  readonly participantId: string
  readonly model: DocumentModel
  readonly atMs: number
}

/** The live version behind a public address. */
export async function findLive(db: Kysely<Database>, slug: string): Promise<{ model: DocumentModel; version: number } | undefined> {
  const row = await db
    .selectFrom('publications')
    .innerJoin('workshops', 'workshops.id', 'publications.workshop_id')
    .select(['publications.model', 'publications.version'])
    .where('publications.slug', '=', slug)
    .where('publications.live', '=', 1)
    .where('workshops.deleted_at_ms', 'is', null)
    .executeTakeFirst()
  return row && { model: DocumentModel.parse(JSON.parse(row.model)), version: row.version }
}

/** Whether the workshop has a public page now. */
export async function isPublished(db: Kysely<Database>, workshopId: string): Promise<boolean> {
  const live = await db
    .selectFrom('publications')
    .select('version')
    .where('workshop_id', '=', workshopId)
    .where('live', '=', 1)
    .executeTakeFirst()
  return live !== undefined
}

/** Writes a version down and makes it the live one. The address of the first version stays. */
export async function insertVersion(
  tx: Tx,
  { workshopId, participantId, model, atMs }: NewVersion,
): Promise<{ slug: string; version: number }> {
  const last = await lastVersion(tx, workshopId)
  const slug = last?.slug ?? newSlug(model.title)
  const version = (last?.version ?? 0) + 1
  await withdrawAll(tx, workshopId)
  await tx
    .insertInto('publications')
    .values({
      workshop_id: workshopId,
      version,
      slug,
      live: 1,
      published_at_ms: atMs,
      published_by: participantId,
      model: JSON.stringify(model),
    })
    .execute()
  return { slug, version }
}

/** Takes the page down; false when none was live. */
export async function withdrawAll(tx: Tx, workshopId: string): Promise<boolean> {
  const result = await tx
    .updateTable('publications')
    .set({ live: 0 })
    .where('workshop_id', '=', workshopId)
    .where('live', '=', 1)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) > 0
}

/** The public page as everybody in the workshop sees it. */
export function showPublication(workshopId: string, publication: Publication): DocWrite {
  return {
    room: recordRoom(workshopId),
    write(doc) {
      if (!publications.patch(doc, publication.id, publication)) publications.put(doc, publication)
    },
  }
}

export function showWithdrawn(workshopId: string): DocWrite {
  return {
    room: recordRoom(workshopId),
    write: (doc) => void publications.patch(doc, 'publication', { state: 'withdrawn' }),
  }
}

function lastVersion(tx: Tx, workshopId: string) {
  return tx
    .selectFrom('publications')
    .select(['slug', 'version'])
    .where('workshop_id', '=', workshopId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** The title in plain letters, and eight that nobody guesses. */
function newSlug(title: string): string {
  const tail = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => alphabet[byte % alphabet.length]).join('')
  const words = slugWords(title)
  return words ? `${words}-${tail}` : tail
}

/** At most 48 characters, whole words where possible. */
function slugWords(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= 48) return words
  const end = words.lastIndexOf('-', 48)
  return words.slice(0, end > 0 ? end : 48)
}
