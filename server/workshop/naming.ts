import type * as Y from 'yjs'
import { limits } from '../../shared/sync/limits'
import { recordRoom } from '../../shared/sync/room-name'
import { workshops } from '../../shared/workshop/collections'
import type { DocWrite, ServerContext, Tx } from '../tools/server-tool'

/**
 * Gives a workshop the name that its group adopted, inside the act that adopts it: wherever the title stood, the name
 * stands. The title with which it was opened is kept beside it.
 */
export async function takeName({ readDoc }: Pick<ServerContext, 'readDoc'>, tx: Tx, workshopId: string, name: string): Promise<DocWrite> {
  const title = name.replace(/\s+/g, ' ').trim().slice(0, limits.titleLength)
  const before = await readDoc(recordRoom(workshopId), (doc) => workshops.get(doc, workshopId))
  const openedAs = before?.openedAs ?? before?.title
  await tx
    .updateTable('workshops')
    .set({ title, opened_as: openedAs ?? null })
    .where('id', '=', workshopId)
    .execute()
  return { room: recordRoom(workshopId), write: (doc: Y.Doc) => void workshops.patch(doc, workshopId, { title, openedAs }) }
}
