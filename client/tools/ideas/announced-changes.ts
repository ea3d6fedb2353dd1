import { useEffect, useRef } from 'react'
import type { Idea } from '../../../shared/tools/ideas/schema'
import type { Board } from '../../../shared/tools/ideas/selectors'
import { countWords, listOf } from '../../../shared/tools/ideas/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { announceOthers } from '../../ui/announce'

/** Says in sum what others added and moved; what this person did is said by the doing. */
export function useAnnouncedChanges(board: Board): void {
  const { actor } = useWorkshop()
  const before = useRef<ReadonlyMap<string, Idea> | undefined>(undefined)
  useEffect(() => {
    const now = new Map(listOf(board).map(({ note }) => [note.id, note]))
    const known = before.current
    before.current = now
    if (!known) return
    const added = [...now.values()].filter((note) => !known.has(note.id) && note.authorId !== actor.id).length
    if (added > 0) announceOthers(`${countWords(added, 'new note')} by others`)
  }, [board, actor.id])
}
