import {
  deleteCluster,
  makeCluster,
  moveCluster,
  renameCluster,
  restoreCluster,
  setClusterCollapsed,
} from '../../../shared/tools/ideas/cluster-commands'
import type { ClusterId, IdeaId } from '../../../shared/tools/ideas/schema'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { announce } from '../../ui/announce'
import type { SceneReader } from './board-scene'
import type { BoardUi } from './board-ui'

/** What a press on a cluster does. */
export function createClusterActions({ scene, current, clusterWords, say }: SceneReader, ui: BoardUi) {
  return {
    /** Makes a cluster of notes and asks for its name. */
    cluster(ids: readonly IdeaId[]): void {
      const { session, promptId } = scene()
      const id = makeCluster(session.board, session.actor, { promptId, name: '', ideaIds: ids })
      if (!id) return
      ui.set({ naming: id, selected: new Set() })
      announce(ids.length === 0 ? 'Cluster made. Name it.' : `Cluster of ${countWords(ids.length, 'note')} made. Name it.`)
    },

    nameCluster(id: ClusterId, name: string): void {
      renameCluster(scene().session.board, scene().session.actor, id, name)
    },

    foldCluster(id: ClusterId, folded: boolean): void {
      setClusterCollapsed(scene().session.board, scene().session.actor, id, folded)
    },

    shiftCluster(id: ClusterId, step: -1 | 1): void {
      const order = current().columns.map(({ cluster }) => cluster.id)
      const at = order.indexOf(id)
      const beforeId = step < 0 ? order[at - 1] : order[at + 1] && (order[at + 2] ?? null)
      if (beforeId === undefined) {
        announce(step < 0 ? 'Already the first cluster.' : 'Already the last cluster.')
        return
      }
      moveCluster(scene().session.board, scene().session.actor, id, beforeId)
      announce(`Cluster moved ${step < 0 ? 'earlier' : 'later'}.`)
    },

    deleteCluster(id: ClusterId): void {
      const { session } = scene()
      const words = clusterWords(id)
      deleteCluster(session.board, session.actor, id, session.serverNow())
      say(`“${words}” deleted. Its notes are not yet sorted`, () => restoreCluster(session.board, session.actor, id))
    },
  }
}
