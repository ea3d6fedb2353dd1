import { recordRoom } from '../../../shared/sync/room-name'
import { concerns } from '../../../shared/tools/votes/concern-collection'
import type { ConcernChange } from '../../../shared/tools/votes/concern-moves'
import type { Concern } from '../../../shared/tools/votes/concern-schema'
import type { DocWrite, Tx } from '../server-tool'
import { updateConcern } from './concern-ledger'

/** Writes a new concern into the record. */
export function showConcern(workshopId: string, concern: Concern): DocWrite {
  return { room: recordRoom(workshopId), write: (doc) => concerns.put(doc, concern) }
}

/** Changes a concern in SQL and in the record. */
export async function changeConcern(
  tx: Tx,
  workshopId: string,
  concern: Concern,
  change: ConcernChange | Pick<Concern, 'authorId'>,
): Promise<DocWrite> {
  await updateConcern(tx, { ...concern, ...change })
  return { room: recordRoom(workshopId), write: (doc) => void concerns.patch(doc, concern.id, change) }
}
