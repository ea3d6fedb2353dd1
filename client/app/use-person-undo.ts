import { useEffect, useMemo } from 'react'
import { PersonUndo } from '../../shared/doc/undo'
import { isTextField } from '../ui/letter-key'
import { toast } from '../ui/toast'
import { useWorkshop } from './workshop-context'

/**
 * Undo of one's own commands on some roots of the board while a stage is shown, with its keys.
 *
 * @param roots names of collections; give the same array each time
 */
export function usePersonUndo(roots: readonly string[]): PersonUndo {
  const { board } = useWorkshop()
  const undo = useMemo(() => new PersonUndo(roots), [roots])

  useEffect(() => undo.track(board), [undo, board])

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.altKey || isTextField(event.target)) return
      event.preventDefault()
      const done = event.shiftKey ? undo.redo() : undo.undo()
      toast({ message: wordsFor(event.shiftKey, done) })
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [undo])

  return undo
}

function wordsFor(again: boolean, done: boolean): string {
  if (again) return done ? 'Done again' : 'Nothing to do again'
  return done ? 'Taken back' : 'Nothing of yours to take back here'
}
