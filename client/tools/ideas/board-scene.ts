import type * as Y from 'yjs'
import type { PersonUndo } from '../../../shared/doc/undo'
import { clusters, ideas } from '../../../shared/tools/ideas/collections'
import type { ClusterId, Idea, IdeaId, IdeaMode, PromptId } from '../../../shared/tools/ideas/schema'
import { boardOf, clusterName } from '../../../shared/tools/ideas/selectors'
import type { WorkshopSession } from '../../app/workshop-context'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'

/** What the actions work on; read afresh at every call. */
export interface BoardScene {
  readonly session: WorkshopSession
  readonly promptId: PromptId
  readonly mode: IdeaMode
  readonly privateDoc: Y.Doc
}

export type SceneReader = ReturnType<typeof readScene>

/** What all actions need of the board: what is where, and one toast at a time. */
export function readScene(scene: () => BoardScene, undo: PersonUndo) {
  const current = () => {
    const { session, promptId } = scene()
    return boardOf(ideas.live(session.board).all(), clusters.live(session.board).all(), promptId)
  }
  const noteOf = (id: IdeaId): Idea | undefined => ideas.live(docOf(id)).get(id)
  const docOf = (id: IdeaId): Y.Doc => {
    const { session, privateDoc } = scene()
    return ideas.live(privateDoc).get(id) ? privateDoc : session.board
  }
  const clusterWords = (id: ClusterId | null) => clusterName(id === null ? null : (clusters.live(scene().session.board).get(id) ?? null))
  let dismissToast = () => {}
  function say(message: string, run: () => void = takeBack): void {
    dismissToast()
    dismissToast = toast({ message, action: { label: 'Undo', run } })
  }
  function takeBack(): void {
    if (!undo.canUndo) {
      announce('There is nothing of yours to undo here.')
      return
    }
    announce(undo.undo() ? 'Undone.' : 'Somebody has changed this since, so it stays.')
  }

  function columnWith(id: IdeaId): { clusterId: ClusterId | null; notes: readonly Idea[] } | undefined {
    const board = current()
    if (board.unsorted.some((note) => note.id === id)) return { clusterId: null, notes: board.unsorted }
    const column = board.columns.find(({ notes }) => notes.some((note) => note.id === id))
    return column && { clusterId: column.cluster.id, notes: column.notes }
  }

  /** Every note that counts towards the limit: of all steps, deleted ones too. */
  const storedCount = () => ideas.live(scene().session.board).all().length

  return { scene, storedCount, current, noteOf, docOf, clusterWords, columnWith, say, takeBack }
}
