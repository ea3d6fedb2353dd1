import type * as Y from 'yjs'
import type { OrderKey } from '../../doc/order'
import { isOrderKey } from '../../doc/order'
import { clusters, ideas } from './collections'
import type { ClusterId, Idea, PromptId } from './schema'
import { boardOf } from './selectors'

/** The notes of each column as the board shows them. */
export function columnsOf(doc: Y.Doc, promptId: PromptId): (clusterId: ClusterId | null) => readonly Idea[] {
  const board = boardOf(ideas.live(doc).all(), clusters.live(doc).all(), promptId)
  const byCluster = new Map(board.columns.map(({ cluster, notes }) => [cluster.id, notes]))
  return (clusterId) => (clusterId === null ? board.unsorted : (byCluster.get(clusterId) ?? []))
}

/** The first key that others can be made in front of; null in an empty column. */
export function firstOrder(notes: readonly Idea[]): OrderKey | null {
  return notes.find((note) => isOrderKey(note.order))?.order ?? null
}

/** A neighbour's key, unless somebody's client wrote one that no key can stand next to. */
export function soundOrder(record: { readonly id: string; readonly order: string } | undefined): OrderKey | null {
  return record && isOrderKey(record.order) ? record.order : null
}
