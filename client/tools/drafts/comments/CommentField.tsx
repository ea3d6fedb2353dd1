import { type FormEvent, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { isCommentText } from '../../../../shared/tools/drafts/comments/comment-commands'
import { FieldActions } from './FieldActions'
import { useFocusOnOpening } from './use-focus-on-opening'
import { writingKeys } from './writing-keys'

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
  const area = useFocusOnOpening()
  const { length } = text.trim()
  const problem = length > limits.commentLength ? `${length} of ${limits.commentLength} characters. Shorten it to keep it.` : undefined

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
        onKeyDown={writingKeys(save, onCancel)}
      />
      {problem ? (
        <span className="comments-problem" role="alert">
          {problem}
        </span>
      ) : null}
      <FieldActions verb={verb} disabledReason={length === 0 ? 'Write it first.' : problem} onCancel={onCancel} />
    </form>
  )
}
