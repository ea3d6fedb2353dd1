import { recordRoom } from '../../../shared/sync/room-name'
import { rounds } from '../../../shared/tools/votes/collections'
import type { Round } from '../../../shared/tools/votes/schema'
import type { DocWrite } from '../server-tool'
import type { StoredRound } from './ledger'

/** A document write that patches a round's record. */
export function roundWrite({ id, workshopId }: Pick<StoredRound, 'id' | 'workshopId'>, changes: Partial<Round>): DocWrite {
  return { room: recordRoom(workshopId), write: (doc) => void rounds.patch(doc, id, changes) }
}
