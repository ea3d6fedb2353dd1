import { useEffect, useRef } from 'react'
import { isTextField, letterKeyAllowed } from '../../../ui/letter-key'
import { toast } from '../../../ui/toast'

interface CommentKeys {
  begin(): void
  propose(): void
  /** False when there is nothing to take back. */
  undo(): boolean
}

/** Ctrl Alt M and Ctrl Alt P anywhere; C, P and Ctrl Z outside of text fields. */
export function useCommentKeys(keys: CommentKeys | undefined, isInDialog: boolean): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    function press(event: KeyboardEvent) {
      const now = latest.current
      if (!now || (document.querySelector('dialog[open]') !== null) !== isInDialog) return
      const isKey = (letter: string) =>
        ((event.ctrlKey || event.metaKey) && event.altKey && event.code === `Key${letter === 'c' ? 'M' : 'P'}`) ||
        (event.key.toLowerCase() === letter && letterKeyAllowed(event))
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (isUndo && !isTextField(event.target)) toast({ message: now.undo() ? 'Taken back' : 'Nothing of yours to take back here' })
      else if (isKey('c')) now.begin()
      else if (isKey('p')) now.propose()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isInDialog])
}
