import type { ParticipantId } from '../../../../shared/access/actor'
import { newId } from '../../../../shared/doc/ids'
import { limits } from '../../../../shared/sync/limits'
import { draftRoom, recordRoom } from '../../../../shared/sync/room-name'
import { drafts } from '../../../../shared/tools/drafts/collections'
import type { DraftId, Version } from '../../../../shared/tools/drafts/schema'
import type { ServerContext, Tx } from '../../server-tool'
import { clientsSince, textNow, type VersionText, wordsChanged } from './version-text'
import { thinnedOut } from './version-thinning'
import type { Heard } from './versions-due'
import {
  allVersions,
  changeVersion,
  deleteVersion,
  findVersion,
  headOf,
  insertVersion,
  lastVersion,
  peopleBehind,
  type VersionRow,
  versionBefore,
  writersOf,
} from './versions-ledger'

/** Which wording's version is taken. */
export interface VersionKey {
  readonly workshopId: string
  readonly draftId: DraftId
}

/** Why a version is taken, and by whom. */
export interface VersionWish {
  readonly kind: Version['kind']
  readonly by?: ParticipantId
  readonly name?: string
  readonly heard: Heard
}

/**
 * Keeps a wording's present text, inside an act. An automatic version is not taken of a text that the last one has;
 * named or adopted, such an automatic version becomes what the wish says.
 *
 * @returns the version that has the present text; undefined while there never was a word
 */
export async function takeVersion(context: ServerContext, tx: Tx, key: VersionKey, wish: VersionWish): Promise<VersionRow | undefined> {
  const room = draftRoom(key.workshopId, key.draftId)
  const present = await context.readDoc(room, textNow)
  const last = await lastVersion(tx, key.draftId)
  const headSeq = await headOf(tx, room)
  if (!last && present.text === '') return undefined
  if (present.text_hash === last?.text_hash) {
    await changeVersion(tx, last.id, { head_seq: headSeq })
    if (wish.kind === 'automatic') return last
    if (last.kind === 'automatic') return promote(context, tx, last, wish)
  }
  const { people, isWhole } = wish.heard
  // Whoever only deleted before the server started has left no trace.
  const grown = isWhole ? [] : await peopleBehind(tx, key.workshopId, clientsSince(last?.state_vector, present.state_vector))
  const writers = (await isUnsigned(context, key)) ? [] : [...new Set([...grown, ...people])]
  return addVersion(context, tx, key, { ...wish, writers, headSeq }, present, last)
}

/** A minority statement is signed only by those who stand behind it; who wrote in it is not kept. */
function isUnsigned({ readDoc }: ServerContext, { workshopId, draftId }: VersionKey): Promise<boolean> {
  return readDoc(recordRoom(workshopId), (doc) => drafts.get(doc, draftId)?.minorityOf !== undefined)
}

/** How a text came to take the place of the present one: by whose act, and whose words it is. */
export interface Brought {
  readonly kind: 'restored' | 'accepted'
  readonly by: ParticipantId
  readonly writer: ParticipantId
}

/** Writes down that a text has taken the place of the present one. */
export async function addBrought(
  context: ServerContext,
  tx: Tx,
  key: VersionKey,
  { kind, by, writer }: Brought,
  wanted: VersionText,
): Promise<VersionRow> {
  const last = await lastVersion(tx, key.draftId)
  const { text, text_hash, body } = wanted
  const present = { text, text_hash, body, state_vector: last?.state_vector ?? wanted.state_vector }
  return addVersion(context, tx, key, { kind, by, writers: [writer], headSeq: last?.head_seq ?? 0 }, present, last)
}

async function promote(context: ServerContext, tx: Tx, { id, ...row }: VersionRow, { kind, by, name }: VersionWish): Promise<VersionRow> {
  const change = { kind, by: by ?? null, name: name ?? null, at_ms: context.now() }
  await changeVersion(tx, id, change)
  return { id, ...row, ...change }
}

type Taken = Omit<VersionWish, 'heard'> & { readonly writers: readonly ParticipantId[]; readonly headSeq: number }

async function addVersion(
  context: ServerContext,
  tx: Tx,
  key: VersionKey,
  { kind, by, name, writers, headSeq }: Taken,
  present: VersionText,
  last: VersionRow | undefined,
): Promise<VersionRow> {
  const row: VersionRow = {
    id: newId('version'),
    workshop_id: key.workshopId,
    draft_id: key.draftId,
    number: (last?.number ?? 0) + 1,
    at_ms: context.now(),
    kind,
    name: name ?? null,
    by: by ?? null,
    ...present,
    writers: JSON.stringify(writers),
    ...wordsChanged(last, present),
    head_seq: headSeq,
  }
  await insertVersion(tx, row)
  await thinOut(context, tx, key)
  return row
}

async function thinOut(context: ServerContext, tx: Tx, { workshopId, draftId }: VersionKey): Promise<void> {
  const all = await allVersions(tx, draftId)
  for (const gone of thinnedOut(all, limits.automaticVersions, context.now())) {
    await deleteVersion(tx, gone.id)
    const next = all.find(({ number }) => number > gone.number)
    const after = next && (await findVersion(tx, workshopId, draftId, next.id))
    if (!after) continue
    // What happened in between is told by the next one.
    const writers = JSON.stringify([...new Set([...writersOf(gone), ...writersOf(after)])])
    await changeVersion(tx, after.id, { writers, ...wordsChanged(await versionBefore(tx, draftId, after.number), after) })
  }
}
