import { useRef, useState } from 'react'
import { limits } from '../../../shared/sync/limits'
import type { Idea } from '../../../shared/tools/ideas/schema'
import { mostInField } from './use-composer'

interface NoteEditorProps {
  readonly note: Idea
  readonly onSave: (text: string) => void
  readonly onNext: () => void
  readonly onCancel: () => void
}

/** A note's words while its author changes them: Enter saves and starts the next note, Esc leaves them as they were. */
export function NoteEditor({ note, onSave, onNext, onCancel }: NoteEditorProps) {
  const [text, setText] = useState(note.text)
  const left = useRef(false)
  const tooLong = text.trim().length > limits.noteLength

  function leave(then: () => void) {
    left.current = true
    then()
  }

  return (
    <>
      <textarea
        className="ideas-words"
        dir="auto"
        rows={Math.min(12, Math.max(3, Math.ceil(text.length / 22)))}
        aria-label="Text of the note"
        aria-invalid={tooLong || undefined}
        value={text}
        ref={(area) => {
          if (area && !area.dataset.ready) {
            area.dataset.ready = 'yes'
            area.focus()
            area.setSelectionRange(area.value.length, area.value.length)
          }
        }}
        maxLength={mostInField}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => {
          if (left.current) return
          if (tooLong || text.trim() === '') onCancel()
          else leave(() => onSave(text))
        }}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') leave(onCancel)
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          if (tooLong || text.trim() === '') return
          leave(() => {
            onSave(text)
            onNext()
          })
        }}
      />
      {tooLong ? (
        <span className="ideas-toolong" role="alert">
          {text.trim().length} of {limits.noteLength} characters. Shorten it to save.
        </span>
      ) : null}
    </>
  )
}
