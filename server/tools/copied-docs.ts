import * as Y from 'yjs'
import { boardRoom, recordRoom } from '../../shared/sync/room-name'
import { workshopDocs } from '../../shared/tools/docs'
import type { WorkshopDocs } from '../../shared/tools/tool'
import type { ServerContext } from './server-tool'

/** A document apart from the live one. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** The reading side of a workshop's `record` and `board` as they are now, without its wordings. */
export async function copiedDocs({ readDoc }: Pick<ServerContext, 'readDoc'>, workshopId: string): Promise<WorkshopDocs> {
  const [record, board] = [await readDoc(recordRoom(workshopId), copyOf), await readDoc(boardRoom(workshopId), copyOf)]
  return workshopDocs(record, board, () => undefined)
}
