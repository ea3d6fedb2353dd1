import type { FormEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { isCommentText } from '../../../../shared/tools/drafts/comment-commands'
import { Button } from '../../../ui/Button'

interface CommentFieldProps {
  /** Name of the field, for example `Your comment on “clear path”`. */
  readonly label: string
  /** On the button that keeps it, for example `Comment`. */
  readonly verb: string
  readonly text?: string
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

/** Where a comment or an answer is written: Ctrl Enter keeps it, Esc leaves it. */
export function CommentField({ label, verb, text: before = '', onSave, onCancel }: CommentFieldProps) {
  const [text, setText] = useState(before)
  const area = useRef<HTMLTextAreaElement>(null)
  const { length } = text.trim()
  const problem = length > limits.commentLength ? `${length} of ${limits.commentLength} characters. Shorten it to keep it.` : undefined

  useEffect(() => {
    // After a sheet that opens with it has taken the focus for itself.
    const frame = requestAnimationFrame(() => area.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])

  function save(event?: FormEvent) {
    event?.preventDefault()
    if (isCommentText(text)) onSave(text)
  }

  return (
    <form className="comments-field" onSubmit={save}>
      <textarea
        ref={area}
        className="input"
        dir="auto"
        rows={3}
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
          if (event.key !== 'Escape') return
          event.preventDefault()
          event.stopPropagation()
          onCancel()
        }}
      />
      {problem ? (
        <span className="comments-problem" role="alert">
          {problem}
        </span>
      ) : null}
      <span className="row">
        <Button type="submit" size="sm" variant="primary" disabledReason={length === 0 ? 'Write it first.' : problem}>
          {verb}
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  )
}
