import type { DocWrite, PeopleMerged, Tx } from '../server-tool'
import { concernsBy } from './concern-ledger'
import { changeConcern } from './concern-writes'

/** The concerns of a seat go with it into the one that is kept. Runs in the transaction that merges. */
export async function mergeConcerns(tx: Tx, workshopId: string, { from, into }: PeopleMerged): Promise<readonly DocWrite[]> {
  const writes: DocWrite[] = []
  for (const concern of await concernsBy(tx, workshopId, from))
    writes.push(await changeConcern(tx, workshopId, concern, { authorId: into }))
  return writes
}
