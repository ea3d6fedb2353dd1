import type { Actor } from '../../../shared/access/actor'
import { blocksText, textHash } from '../../../shared/doc/canonical-text'
import type { Block } from '../../../shared/doc/outline'
import { draftRoom, recordRoom } from '../../../shared/sync/room-name'
import { drafts } from '../../../shared/tools/drafts/collections'
import type { Statement } from '../../../shared/tools/drafts/schema'
import { bodyBlocks, keptBlocks } from '../../../shared/tools/drafts/selectors'
import { participants } from '../../../shared/workshop/collections'
import type { ServerContext } from '../server-tool'

/** Every wording of a workshop. */
export function wordingsIn({ readDoc }: ServerContext, workshopId: string): Promise<readonly Statement[]> {
  return readDoc(recordRoom(workshopId), (doc) => drafts.all(doc))
}

/** What a person is called now. */
export async function nameOf({ readDoc }: ServerContext, actor: Actor): Promise<string> {
  return (await readDoc(recordRoom(actor.workshopId), (doc) => participants.get(doc, actor.id)?.name)) ?? ''
}

/** The blocks of a wording: frozen ones once it was adopted, else its document's. */
export async function blocksOf({ readDoc }: ServerContext, workshopId: string, statement: Statement): Promise<readonly Block[]> {
  if ('adopted' in statement && statement.adopted) return keptBlocks(statement.adopted)
  return readDoc(draftRoom(workshopId, statement.id), bodyBlocks)
}

/** The words of a wording and their hash, as they are now. */
export async function presentText(
  context: ServerContext,
  workshopId: string,
  statement: Statement,
): Promise<{ readonly text: string; readonly textHash: string }> {
  if ('adopted' in statement && statement.adopted) return { text: statement.adopted.text, textHash: statement.adopted.textHash }
  const text = blocksText(await blocksOf(context, workshopId, statement))
  return { text, textHash: textHash(text) }
}
