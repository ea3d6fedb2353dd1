import type * as Y from 'yjs'
import type { Actor } from '../../../../shared/access/actor'
import type { BodyOf, QueryOf, ResultOf } from '../../../../shared/http/endpoint'
import { limits } from '../../../../shared/sync/limits'
import { draftRoom, parseRoomName, type RoomName } from '../../../../shared/sync/room-name'
import type { contract } from '../../../../shared/tools/drafts/contract'
import { problem } from '../../../../shared/tools/drafts/problems'
import { DraftId } from '../../../../shared/tools/drafts/schema'
import { problem as kernelProblem } from '../../../../shared/workshop/problems'
import type { Effects, ServerContext } from '../../server-tool'
import { EmptiedLines } from '../late/late-letters'
import { demand, refuseNonWriter, refuseUnlessOpen, refuseWhileLocked, statementOf, wordingsLock } from '../statements'
import { addBrought, takeVersion, type VersionKey } from './version-taking'
import { blocksIn, bringTextBack } from './version-text'
import { createVersionsDue, type Heard, type VersionsDue } from './versions-due'
import { allVersions, findVersion, type VersionRow, versionOf, versionsBelow } from './versions-ledger'

/** What a wording said before: who may read, name and restore its versions, and no HTTP. */
export interface VersionsService extends Pick<VersionsDue, 'committed' | 'resume' | 'taken'> {
  listVersions(actor: Actor, draftId: string, query: QueryOf<typeof contract.listVersions>): Promise<ResultOf<typeof contract.listVersions>>
  readVersion(actor: Actor, draftId: string, versionId: string): Promise<ResultOf<typeof contract.getVersion>>
  nameVersion(actor: Actor, draftId: string, wish: BodyOf<typeof contract.nameVersion>): Promise<ResultOf<typeof contract.nameVersion>>
  restoreVersion(actor: Actor, draftId: string, versionId: string): Promise<ResultOf<typeof contract.restoreVersion>>
  /** Who has been heard writing since the last version, for an act that takes one. */
  heardIn(workshopId: string, draftId: DraftId): Heard
  /** Takes the emptied lines of a wording out once letters that were on their way to them have had their time. */
  removeLater(key: VersionKey, emptied: EmptiedLines): void
}

/** Makes the service; `committed`, `resume` and `taken` are its ears. */
export function createVersions(context: ServerContext): VersionsService {
  const { governed, readDoc, db } = context
  const due = createVersionsDue(context, takeAutomatic)

  async function takeAutomatic(room: RoomName): Promise<void> {
    const ref = parseRoomName(room)
    const draftId = DraftId.safeParse(ref?.zone === 'draft' ? ref.id : undefined)
    if (!ref || !draftId.success) return
    // Opened before the act, so that no other act waits while a long document is read from disk.
    await readDoc(room, () => undefined)
    const key = { workshopId: ref.workshopId, draftId: draftId.data }
    await governed(ref.workshopId, async (tx) => {
      await takeVersion(context, tx, key, { kind: 'automatic', heard: due.writersOf(room) })
      return { result: undefined }
    })
    due.taken(room)
  }

  /** A wording that may be written in, now. */
  async function writable(actor: Actor, draftId: string): Promise<VersionKey> {
    const statement = await statementOf(context, actor.workshopId, draftId)
    refuseNonWriter(statement, actor)
    refuseUnlessOpen(statement)
    await refuseWhileLocked(context, actor.workshopId)
    return { workshopId: actor.workshopId, draftId: statement.id }
  }

  /** A wording that was locked or adopted meanwhile keeps its empty lines: nobody writes in it any more. */
  async function removeEmptied({ workshopId, draftId }: VersionKey, emptied: EmptiedLines): Promise<void> {
    await governed(workshopId, async () => {
      const { state } = await statementOf(context, workshopId, draftId)
      if (state !== 'open' || (await wordingsLock(context, workshopId))) return { result: undefined }
      return { result: undefined, writes: [{ room: draftRoom(workshopId, draftId), write: (doc: Y.Doc) => emptied.remove(doc) }] }
    })
  }

  function removeLater(key: VersionKey, emptied: EmptiedLines): void {
    if (!emptied.isNone) context.at(context.now() + limits.restoreGraceMs, () => removeEmptied(key, emptied))
  }

  async function versionIn(
    reader: Parameters<typeof findVersion>[0],
    actor: Actor,
    draftId: string,
    versionId: string,
  ): Promise<VersionRow> {
    const row = await findVersion(reader, actor.workshopId, draftId, versionId)
    if (!row) throw kernelProblem('request/not-found')
    return row
  }

  return {
    committed: due.committed,
    resume: due.resume,
    taken: due.taken,
    removeLater,
    heardIn: (workshopId, draftId) => due.writersOf(draftRoom(workshopId, draftId)),

    async listVersions(actor, draftId, { after }) {
      demand(actor, 'drafts/read')
      const statement = await statementOf(context, actor.workshopId, draftId)
      const below = after === undefined ? Number.MAX_SAFE_INTEGER : (await versionIn(db, actor, draftId, after)).number
      const rows = await versionsBelow(db, statement.id, below, limits.versionsPerPage + 1)
      return { versions: rows.slice(0, limits.versionsPerPage).map(versionOf), hasMore: rows.length > limits.versionsPerPage }
    },

    async readVersion(actor, draftId, versionId) {
      demand(actor, 'drafts/read')
      const row = await versionIn(db, actor, draftId, versionId)
      return { ...versionOf(row), text: row.text, blocksJson: JSON.stringify(blocksIn(row)) }
    },

    async nameVersion(actor, draftId, { name }) {
      demand(actor, 'drafts/name-version')
      const { key, row } = await governed(actor.workshopId, async (tx) => {
        const key = await writable(actor, draftId)
        const all = await allVersions(tx, draftId)
        if (all.filter(({ kind }) => kind === 'named').length >= limits.namedVersions)
          throw problem('draft/too-many-versions', { versions: limits.namedVersions })
        const heard = due.writersOf(draftRoom(key.workshopId, key.draftId))
        const row = await takeVersion(context, tx, key, { kind: 'named', by: actor.id, name, heard })
        if (!row) throw problem('draft/no-words', { draftId })
        return { result: { key, row } }
      })
      due.taken(draftRoom(key.workshopId, key.draftId))
      return versionOf(row)
    },

    async restoreVersion(actor, draftId, versionId) {
      demand(actor, 'drafts/restore-version')
      const emptied = new EmptiedLines()
      const { key, answer } = await governed(
        actor.workshopId,
        async (tx): Promise<Effects<{ key: VersionKey; answer: ResultOf<typeof contract.restoreVersion> }>> => {
          const key = await writable(actor, draftId)
          const room = draftRoom(key.workshopId, key.draftId)
          const wanted = await versionIn(tx, actor, draftId, versionId)
          // Taken in this act: a letter that was acknowledged before it is in this version, one that comes later is in the draft.
          const before = await takeVersion(context, tx, key, { kind: 'automatic', heard: due.writersOf(room) })
          if (before?.text_hash === wanted.text_hash) return { result: { key, answer: { restored: versionOf(before) } } }
          const restored = await addBrought(context, tx, key, { kind: 'restored', by: actor.id, writer: actor.id }, wanted)
          return {
            result: { key, answer: { restored: versionOf(restored), ...(before ? { before: versionOf(before) } : {}) } },
            writes: [{ room, author: actor.id, write: (doc) => bringTextBack(doc, wanted, emptied) }],
            ledger: [{ kind: 'draft/restored', payload: { draftId, textHash: wanted.text_hash, by: actor.id } }],
          }
        },
      )
      due.taken(draftRoom(key.workshopId, key.draftId))
      removeLater(key, emptied)
      return answer
    },
  }
}
