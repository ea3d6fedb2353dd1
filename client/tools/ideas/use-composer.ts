import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import { isNoteText } from '../../../shared/tools/ideas/commands'
import type { IdeaKind } from '../../../shared/tools/ideas/schema'
import { deviceStorage } from '../../app/platform'

interface ComposerOptions {
  /** Names the words kept on this device until they are posted, so that a reload loses nothing. */
  readonly keptAs: string
  /** False when the note could not be added; its words stay in the field. */
  readonly onPost: (text: string, kind: IdeaKind) => boolean
  readonly onPasteLines: (text: string) => void
  readonly onClose?: () => void
}

/** A whole book in one field would freeze the page; what can be shortened by hand is taken. */
export const mostInField = limits.noteLength * 5

/** The words of a note being written, and what keys do to them. */
export function useComposer({ keptAs, onPost, onPasteLines, onClose }: ComposerOptions) {
  const [text, setText] = useState(() => deviceStorage.read(keptAs) ?? '')
  const [kind, setKind] = useState<IdeaKind>('idea')
  const [refusedLength, setRefusedLength] = useState(0)
  const length = text.trim().length
  const problem =
    refusedLength > 0
      ? `${refusedLength} characters are too many for a note: at most ${limits.noteLength} fit. Nothing was added.`
      : length > limits.noteLength
        ? `${length} of ${limits.noteLength} characters. Shorten it to post it.`
        : undefined

  function change(next: string) {
    setRefusedLength(0)
    setText(next)
    if (next === '') deviceStorage.remove(keptAs)
    else deviceStorage.write(keptAs, next)
  }

  function post(): boolean {
    if (!isNoteText(text) || !onPost(text, kind)) return false
    change('')
    return true
  }

  return {
    text,
    kind,
    setKind,
    problem,
    change,
    post,
    field: {
      value: text,
      dir: 'auto' as const,
      enterKeyHint: 'send' as const,
      maxLength: mostInField,
      'aria-invalid': problem ? (true as const) : undefined,
      onPaste(event: ClipboardEvent<HTMLTextAreaElement>) {
        const pasted = event.clipboardData.getData('text/plain')
        const isManyLines = pasted.trim().includes('\n')
        if (!isManyLines && pasted.length > mostInField) {
          event.preventDefault()
          setRefusedLength(pasted.length)
        }
        const lines = pasted.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
        if (lines.length < 2) return
        event.preventDefault()
        onPasteLines(pasted)
      },
      onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
        if (event.nativeEvent.isComposing) return
        if (event.key === 'Escape' && onClose) {
          event.stopPropagation()
          onClose()
        }
        if (event.key !== 'Enter' || event.shiftKey) return
        event.preventDefault()
        post()
      },
    },
  }
}
