import * as Y from 'yjs'
import type { Actor, ParticipantId } from '../../../../shared/access/actor'
import type { ResultOf } from '../../../../shared/http/endpoint'
import { draftRoom, recordRoom } from '../../../../shared/sync/room-name'
import { bodyRoot } from '../../../../shared/tools/drafts/collections'
import type { contract } from '../../../../shared/tools/drafts/contract'
import { problem } from '../../../../shared/tools/drafts/problems'
import { wordingText } from '../../../../shared/tools/drafts/wording-text'
import { participants } from '../../../../shared/workshop/collections'
import type { ServerContext } from '../../server-tool'
import { demand, statementOf } from '../statements'
import { ownersOf } from '../versions/versions-ledger'

type Run = ResultOf<typeof contract.getAuthors>['runs'][number]
/** Some characters that one Yjs client wrote. */
interface Written {
  readonly text: string
  readonly client: number
}

/**
 * Who wrote which words of a wording: of an open one as it reads now, of an adopted one as its document was frozen. Words
 * that the server brought in, from a file, notes or the version before, are nobody's.
 *
 * @throws WorkshopError `draft/no-authors` for a minority statement, which names only those who stand behind it
 */
export async function readAuthors(context: ServerContext, actor: Actor, draftId: string): Promise<ResultOf<typeof contract.getAuthors>> {
  demand(actor, 'drafts/read')
  const { workshopId } = actor
  const statement = await statementOf(context, workshopId, draftId)
  if (statement.minorityOf !== undefined) throw problem('draft/no-authors', { draftId })
  const written = await context.readDoc(draftRoom(workshopId, statement.id), writtenIn)
  const owners = await ownersOf(context.db, workshopId, [...new Set(written.map(({ client }) => client))])
  const seats = await context.readDoc(
    recordRoom(workshopId),
    (doc) => new Map<string, ParticipantId>(participants.all(doc).flatMap(({ id, mergedInto }) => (mergedInto ? [[id, mergedInto]] : []))),
  )
  return { draftId: statement.id, runs: runsOf(written, (client) => kept(seats, owners.get(client))) }
}

/** Every character of a wording with the client that wrote it; lines are parted by a line end of the one before. */
function writtenIn(doc: Y.Doc): readonly Written[] {
  const { lines } = wordingText(doc.getXmlFragment(bodyRoot))
  return lines.flatMap(({ line }, at) => {
    const written: Written[] = []
    for (let item = line._start; item; item = item.right) {
      if (!item.deleted && item.content instanceof Y.ContentString) written.push({ text: item.content.str, client: item.id.client })
    }
    const last = written.at(-1)
    return last && at < lines.length - 1 ? [...written.slice(0, -1), { ...last, text: `${last.text}\n` }] : written
  })
}

function runsOf(written: readonly Written[], ownerOf: (client: number) => ParticipantId | undefined): Run[] {
  const runs: Run[] = []
  for (const { text, client } of written) {
    const participantId = ownerOf(client)
    const last = runs.at(-1)
    if (last && last.participantId === participantId) runs[runs.length - 1] = { ...last, text: last.text + text }
    else runs.push({ text, ...(participantId === undefined ? {} : { participantId }) })
  }
  return runs
}

/** The seat that a person has now, where two became one. */
function kept(seats: ReadonlyMap<string, ParticipantId>, owner: ParticipantId | undefined): ParticipantId | undefined {
  return owner && (seats.get(owner) ?? owner)
}
