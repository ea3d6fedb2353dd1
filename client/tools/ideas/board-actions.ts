import type { PersonUndo } from '../../../shared/doc/undo'
import { makeCluster } from '../../../shared/tools/ideas/cluster-commands'
import type { NewIdea, Place } from '../../../shared/tools/ideas/commands'
import {
  addIdeas,
  deleteIdeas,
  editIdea,
  insertSteps,
  moveIdeas,
  publishIdeas,
  restoreIdeas,
  setIdeaKind,
} from '../../../shared/tools/ideas/commands'
import type { PlannedNote } from '../../../shared/tools/ideas/import'
import { canEdit } from '../../../shared/tools/ideas/permissions'
import type { ClusterId, IdeaId, IdeaKind } from '../../../shared/tools/ideas/schema'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'
import type { BoardScene } from './board-scene'
import { readScene } from './board-scene'
import type { BoardUi } from './board-ui'
import { createClusterActions } from './cluster-actions'
import { focusNote } from './focus-note'
import { paced } from './paced'

export type BoardActions = ReturnType<typeof createBoardActions>

/** What a press on the board does: a command, the words about it, and the way back. */
export function createBoardActions(scene: () => BoardScene, ui: BoardUi, undo: PersonUndo) {
  const reader = readScene(scene, undo)
  const { storedCount, current, noteOf, docOf, clusterWords, columnWith, say, takeBack } = reader

  const actions = {
    ...createClusterActions(reader, ui),
    storedCount,
    current,
    noteOf,

    /** Adds one note; false when the board is full. */
    post(text: string, kind: IdeaKind, clusterId: ClusterId | null): boolean {
      const { session, promptId, mode, privateDoc } = scene()
      const isPrivate = mode.writing === 'private'
      const notes = [{ text, kind, clusterId: isPrivate ? null : clusterId }]
      const { actor } = session
      const doc = isPrivate ? privateDoc : session.board
      const added = addIdeas(doc, actor, { promptId, notes, nowMs: session.serverNow(), anonymous: mode.anonymous })
      if (added.length === 0) {
        toast({ message: 'This workshop holds as many notes as it can. Your words stay here' })
        return false
      }
      announce(isPrivate ? 'Note kept. Only you can see it until the reveal.' : 'Note added.')
      return true
    },

    /** Adds many notes as one undo step, making the clusters they name. */
    async postMany(notes: readonly PlannedNote[], into: ClusterId | null): Promise<void> {
      const { session, promptId, mode, privateDoc } = scene()
      const isPrivate = mode.writing === 'private'
      const doc = isPrivate ? privateDoc : session.board
      await undo.group(doc, async () => {
        const found = isPrivate ? new Map<string, ClusterId>() : clustersByName(notes)
        const placed = notes.map(
          ({ text, kind, byline, cluster }): NewIdea => ({
            text,
            kind,
            byline: mode.anonymous ? undefined : byline,
            clusterId: isPrivate ? null : (found.get(key(cluster ?? '')) ?? into),
          }),
        )
        await paced(doc, insertSteps(placed), (step) => {
          addIdeas(doc, session.actor, { promptId, notes: step, nowMs: session.serverNow(), anonymous: mode.anonymous })
        })
      })
      say(`${countWords(notes.length, 'note')} added`)
    },

    /** Opens a note for editing, or says why it stays shut. */
    beginEdit(id: IdeaId): void {
      const note = noteOf(id)
      if (note && canEdit(scene().session.actor, note)) ui.set({ editing: id })
      else announce('Only its author or a facilitator can change a note’s words.')
    },

    edit(id: IdeaId, text: string): void {
      editIdea(docOf(id), scene().session.actor, id, text)
    },

    setKind(ids: readonly IdeaId[], kind: IdeaKind): void {
      const [first] = ids
      if (first) setIdeaKind(docOf(first), scene().session.actor, ids, kind)
    },

    /** Moves notes, keeps the focus on the first and offers the way back. */
    move(ids: readonly IdeaId[], place: Place, words: 'toast' | 'announce' = 'toast'): void {
      const { session, promptId } = scene()
      const [first] = ids
      if (!first) return
      moveIdeas(session.board, session.actor, promptId, ids, place)
      if (ids.length > 1) ui.set({ selected: new Set() })
      ui.set({ wanted: first })
      focusNote(first)
      const column =
        place.clusterId === null ? current().unsorted : current().columns.find((each) => each.cluster.id === place.clusterId)?.notes
      const position = (column?.findIndex((note) => note.id === first) ?? -1) + 1
      const where = clusterWords(place.clusterId)
      if (words === 'announce') announce(`${where}, ${position} of ${column?.length ?? 0}.`)
      else say(ids.length === 1 ? `Moved to ${where}` : `${countWords(ids.length, 'note')} moved to ${where}`)
    },

    /** One place up or down in its column. */
    shift(id: IdeaId, step: -1 | 1): void {
      const column = columnWith(id)
      if (!column) return
      const at = column.notes.findIndex((note) => note.id === id)
      const beforeId = step < 0 ? column.notes[at - 1]?.id : column.notes[at + 1] && (column.notes[at + 2]?.id ?? null)
      if (beforeId === undefined) {
        announce(step < 0 ? 'Already the first.' : 'Already the last.')
        return
      }
      actions.move([id], { clusterId: column.clusterId, beforeId }, 'announce')
    },

    /** To the previous or next column. */
    shiftAcross(id: IdeaId, step: -1 | 1): void {
      const column = columnWith(id)
      const order: readonly (ClusterId | null)[] = [null, ...current().columns.map(({ cluster }) => cluster.id)]
      const target = column && order[order.indexOf(column.clusterId) + step]
      if (target === undefined) {
        announce('There is no cluster on that side.')
        return
      }
      actions.move([id], { clusterId: target, beforeId: null }, 'announce')
    },

    remove(ids: readonly IdeaId[]): void {
      const { session } = scene()
      const [first] = ids
      if (!first) return
      const doc = docOf(first)
      const removed = deleteIdeas(doc, session.actor, ids, session.serverNow())
      if (removed.length === 0) {
        announce('Only its author or a facilitator can delete a note.')
        return
      }
      ui.set({ selected: new Set() })
      const kept = ids.length - removed.length
      say(`${countWords(removed.length, 'note')} deleted${kept > 0 ? `, ${kept} of others kept` : ''}`, () =>
        restoreIdeas(doc, session.actor, removed),
      )
    },

    restore(ids: readonly IdeaId[]): void {
      restoreIdeas(scene().session.board, scene().session.actor, ids)
      announce(`${countWords(ids.length, 'note')} restored.`)
    },

    /** Puts leftover private notes on the board under this person's name. */
    publishOwn(): void {
      const { session, promptId, privateDoc } = scene()
      const count = publishIdeas(privateDoc, session.board, session.actor, promptId, session.serverNow())
      toast({ message: `${countWords(count, 'note')} put on the board` })
    },

    undo: takeBack,
    redo(): void {
      announce(undo.canRedo && undo.redo() ? 'Done again.' : 'There is nothing to do again.')
    },
  }

  function clustersByName(notes: readonly PlannedNote[]): Map<string, ClusterId> {
    const { session, promptId } = scene()
    const byName = new Map(current().columns.map(({ cluster }) => [key(cluster.name), cluster.id]))
    for (const { cluster } of notes) {
      if (!cluster || byName.has(key(cluster))) continue
      const id = makeCluster(session.board, session.actor, { promptId, name: cluster, ideaIds: [] })
      if (id) byName.set(key(cluster), id)
    }
    return byName
  }

  return actions
}

/** Names that differ only in case or spaces are one cluster. */
function key(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLocaleLowerCase()
}
