import type { Kysely, Selectable } from 'kysely'
import type { ParticipantId } from '../../../../shared/access/actor'
import type { Version, VersionId } from '../../../../shared/tools/drafts/schema'
import { serverOwner } from '../../../storage/bindings'
import type { Database } from '../../../storage/tables'
import type { Tx } from '../../server-tool'
import type { DraftsTables } from '../tables'

type Reader = Tx | Kysely<Database>

/** A version as it was written down. */
export type VersionRow = Selectable<DraftsTables['draft_versions']>

/** What a timeline shows of a version. */
type ShownRow = Omit<VersionRow, 'text' | 'body' | 'state_vector'>

const shownColumns = [
  'id',
  'workshop_id',
  'draft_id',
  'number',
  'at_ms',
  'kind',
  'name',
  'by',
  'text_hash',
  'writers',
  'words_new',
  'words_gone',
  'head_seq',
] as const

/** A version as people see it. */
export function versionOf(row: ShownRow): Version {
  return {
    versionId: row.id as VersionId, // only the server writes these rows
    atMs: row.at_ms,
    kind: row.kind,
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.by === null ? {} : { by: row.by as ParticipantId }),
    writers: writersOf(row),
    wordsNew: row.words_new,
    wordsGone: row.words_gone,
    textHash: row.text_hash,
  }
}

/** Who changed a wording since a moment, as its versions tell it: writers, and those who brought a text back or accepted one. */
export async function changedBy(reader: Reader, draftId: string, sinceMs: number): Promise<readonly ParticipantId[]> {
  const rows = await reader
    .selectFrom('draft_versions')
    .select(['kind', 'by', 'writers'])
    .where('draft_id', '=', draftId)
    .where('at_ms', '>', sinceMs)
    .execute()
  return rows.flatMap((row) => {
    const acted = row.by !== null && (row.kind === 'restored' || row.kind === 'accepted') ? [row.by as ParticipantId] : []
    return [...writersOf(row), ...acted]
  })
}

/** Who wrote since the version before. */
export function writersOf({ writers }: Pick<VersionRow, 'writers'>): ParticipantId[] {
  return JSON.parse(writers) as ParticipantId[]
}

/** The newest version of a wording; undefined when it has none yet. */
export function lastVersion(reader: Reader, draftId: string): Promise<VersionRow | undefined> {
  return reader
    .selectFrom('draft_versions')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest version older than a number. */
export function versionBefore(reader: Reader, draftId: string, number: number): Promise<VersionRow | undefined> {
  return reader
    .selectFrom('draft_versions')
    .selectAll()
    .where('draft_id', '=', draftId)
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** One version of a wording; undefined when it is of another or of none. */
export function findVersion(reader: Reader, workshopId: string, draftId: string, versionId: string): Promise<VersionRow | undefined> {
  return reader
    .selectFrom('draft_versions')
    .selectAll()
    .where('workshop_id', '=', workshopId)
    .where('draft_id', '=', draftId)
    .where('id', '=', versionId)
    .executeTakeFirst()
}

/** At most so many versions older than a number, latest first. */
export function versionsBelow(reader: Reader, draftId: string, number: number, most: number): Promise<ShownRow[]> {
  return reader
    .selectFrom('draft_versions')
    .select(shownColumns)
    .where('draft_id', '=', draftId)
    .where('number', '<', number)
    .orderBy('number', 'desc')
    .limit(most)
    .execute()
}

/** Every version of a wording without its text, oldest first. */
export function allVersions(reader: Reader, draftId: string): Promise<ShownRow[]> {
  return reader.selectFrom('draft_versions').select(shownColumns).where('draft_id', '=', draftId).orderBy('number').execute()
}

/** Writes a version down. */
export async function insertVersion(tx: Tx, row: VersionRow): Promise<void> {
  await tx.insertInto('draft_versions').values(row).execute()
}

/** Tells something else of a version; its text never changes. */
export async function changeVersion(
  tx: Tx,
  id: string,
  change: Partial<Omit<VersionRow, 'id' | 'text' | 'text_hash' | 'body'>>,
): Promise<void> {
  await tx.updateTable('draft_versions').set(change).where('id', '=', id).execute()
}

/** Forgets a version that thinned out. */
export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('draft_versions').where('id', '=', id).execute()
}

/** How many updates a document has had. */
export async function headOf(reader: Reader, room: string): Promise<number> {
  const row = await reader.selectFrom('rooms').select('head_seq').where('name', '=', room).executeTakeFirst()
  return row?.head_seq ?? 0
}

/** Documents of wordings that had updates nobody has looked at since. */
export async function roomsToLookAt(reader: Reader): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('rooms')
    .innerJoin('workshops', 'workshops.id', 'rooms.workshop_id')
    .select('rooms.name')
    .where('workshops.deleted_at_ms', 'is', null)
    .where('rooms.name', 'like', '%/draft/%')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('draft_versions')
            .select('draft_versions.id')
            .whereRef('draft_versions.workshop_id', '=', 'rooms.workshop_id')
            .where(({ eb, ref }) => eb('rooms.name', '=', eb(eb(ref('rooms.workshop_id'), '||', '/draft/'), '||', ref('draft_id'))))
            .whereRef('draft_versions.head_seq', '>=', 'rooms.head_seq'),
        ),
      ),
    )
    .execute()
  return rows.map(({ name }) => name)
}

/** The people to whom these Yjs clients belong. */
export async function peopleBehind(reader: Reader, workshopId: string, clientIds: readonly number[]): Promise<readonly ParticipantId[]> {
  return [...new Set((await ownersOf(reader, workshopId, clientIds)).values())]
}

/** The person to whom each of these Yjs clients belongs; the server's own are left out. */
export async function ownersOf(
  reader: Reader,
  workshopId: string,
  clientIds: readonly number[],
): Promise<ReadonlyMap<number, ParticipantId>> {
  if (clientIds.length === 0) return new Map()
  const rows = await reader
    .selectFrom('bindings')
    .select(['client_id', 'participant_id'])
    .where('workshop_id', '=', workshopId)
    .where('client_id', 'in', clientIds)
    .where('participant_id', '!=', serverOwner)
    .execute()
  // A binding's owner is a participant or the server.
  return new Map(rows.map(({ client_id, participant_id }) => [client_id, participant_id as ParticipantId]))
}
