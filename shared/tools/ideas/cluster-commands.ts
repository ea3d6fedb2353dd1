import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { isOrderKey, lastOrder, ordersBetween } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { limits } from '../../sync/limits'
import { clusters } from './collections'
import { moveIdeas } from './commands'
import { can } from './permissions'
import { soundOrder } from './placing'
import type { Cluster, ClusterId, IdeaId, PromptId } from './schema'
import { visibleClusters } from './selectors'

/** Makes a cluster, at the end or of the given notes, in one undo step. */
export function makeCluster(
  doc: Y.Doc,
  actor: Actor,
  { promptId, name, ideaIds }: { readonly promptId: PromptId; readonly name: string; readonly ideaIds: readonly IdeaId[] },
): ClusterId | undefined {
  if (!can(actor, 'ideas/write')) return undefined
  const id = newId('cluster')
  const last = lastOrder(clusters.all(doc).filter((cluster) => cluster.promptId === promptId && isOrderKey(cluster.order)))
  const order = ordersBetween(last, null, 1)[0] ?? 'a0'
  doc.transact(
    () => {
      clusters.put(doc, { id, promptId, name: name.trim().slice(0, limits.nameLength), order })
      moveIdeas(doc, actor, promptId, ideaIds, { clusterId: id, beforeId: null })
    },
    commandOrigin('ideas/make-cluster', actor),
  )
  return id
}

export function renameCluster(doc: Y.Doc, actor: Actor, id: ClusterId, name: string): void {
  changeCluster(doc, actor, 'ideas/name-cluster', id, { name: name.trim().slice(0, limits.nameLength) })
}

/** Folds a cluster for everybody, or opens it again. */
export function setClusterCollapsed(doc: Y.Doc, actor: Actor, id: ClusterId, collapsed: boolean): void {
  changeCluster(doc, actor, 'ideas/fold-cluster', id, { collapsed: collapsed || undefined })
}

/** Puts a cluster in front of another; null for the end. */
export function moveCluster(doc: Y.Doc, actor: Actor, id: ClusterId, beforeId: ClusterId | null): void {
  const cluster = clusters.get(doc, id)
  if (!cluster) return
  const others = visibleClusters(clusters.all(doc), cluster.promptId).filter((other) => other.id !== id)
  const at = beforeId === null ? others.length : others.findIndex((other) => other.id === beforeId)
  const index = at < 0 ? others.length : at
  const [order] = ordersBetween(soundOrder(others[index - 1]), soundOrder(others[index]), 1)
  if (order) changeCluster(doc, actor, 'ideas/move-cluster', id, { order })
}

/** Deletes a cluster; its notes become not yet sorted, and come back with it. */
export function deleteCluster(doc: Y.Doc, actor: Actor, id: ClusterId, nowMs: number): void {
  changeCluster(doc, actor, 'ideas/delete-cluster', id, { deletedAtMs: nowMs })
}

export function restoreCluster(doc: Y.Doc, actor: Actor, id: ClusterId): void {
  changeCluster(doc, actor, 'ideas/restore-cluster', id, { deletedAtMs: undefined })
}

function changeCluster(doc: Y.Doc, actor: Actor, command: string, id: ClusterId, changes: Partial<Cluster>): void {
  if (!can(actor, 'ideas/write')) return
  doc.transact(() => clusters.patch(doc, id, changes), commandOrigin(command, actor))
}
