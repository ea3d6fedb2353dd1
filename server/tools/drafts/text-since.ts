import * as Y from 'yjs'
import type { Actor } from '../../../shared/access/actor'
import { wordDifference } from '../../../shared/doc/word-difference'
import { draftRoom } from '../../../shared/sync/room-name'
import { countWords, plainText } from '../../../shared/tools/drafts/plain-text'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { bodyBlocks } from '../../../shared/tools/drafts/selectors'
import type { ServerContext } from '../server-tool'
import type { VersionsService } from './versions/versions'
import { changedBy } from './versions/versions-ledger'

/** What became of a text while somebody was away. */
export interface TextChange {
  /** Words. */
  readonly counts: { readonly new: number; readonly gone: number }
  readonly difference: { readonly before: string; readonly after: string }
}

interface Reader {
  readonly actor: Actor
  readonly sinceMs: number
}

/** What a wording said then and what it says now; undefined when it says the same, or nobody but this person has changed it. */
export async function textSince(
  context: ServerContext,
  versions: Pick<VersionsService, 'heardIn'>,
  statement: Statement,
  reader: Reader,
): Promise<TextChange | undefined> {
  const room = draftRoom(reader.actor.workshopId, statement.id)
  const after = await context.readDoc(room, (doc) => plainText(bodyBlocks(doc)))
  const before = plainTextIn(await context.stateAt(room, reader.sinceMs))
  if (before === after || (await isOwnAlone(context, versions, statement, reader))) return undefined
  const runs = wordDifference(before, after)
  const count = (kind: 'new' | 'gone') => runs.reduce((sum, run) => sum + (run.kind === kind ? countWords(run.text) : 0), 0)
  return { counts: { new: count('new'), gone: count('gone') }, difference: { before, after } }
}

/** Whether nobody but this person has changed a text. Who wrote before the server started may not be known: then it is told. */
async function isOwnAlone(
  { db }: ServerContext,
  { heardIn }: Pick<VersionsService, 'heardIn'>,
  { id, createdBy, createdAtMs }: Statement,
  { actor, sinceMs }: Reader,
): Promise<boolean> {
  const { people, isWhole } = heardIn(actor.workshopId, id)
  const beganIt = createdBy === actor.id && createdAtMs > sinceMs
  const everybody = [...(await changedBy(db, id, sinceMs)), ...people, ...(beganIt ? [createdBy] : [])]
  return isWhole && everybody.length > 0 && everybody.every((person) => person === actor.id)
}

function plainTextIn(state: Uint8Array | undefined): string {
  if (!state) return ''
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  const text = plainText(bodyBlocks(doc))
  doc.destroy()
  return text
}
