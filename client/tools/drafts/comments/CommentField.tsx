import type { FormEvent } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { isCommentText } from '../../../../shared/tools/drafts/comments/comment-commands'
import { useTypedWords } from '../../../app/use-typed-words'
import { FieldActions } from './FieldActions'
import { useFocusOnOpening } from './use-focus-on-opening'
import { writingKeys } from './writing-keys'

interface CommentFieldProps {
  /** Under which its words are kept until they are sent, for example `reply:thread_…`. */
  readonly place: string
  /** Name of the field, for example `Your comment on “clear path”`. */
  readonly label: string
  /** On the button that keeps it, for example `Comment`. */
  readonly verb: string
  readonly text?: string
  /** It came back with its words, and nobody asked for it just now. */
  readonly isBack?: boolean
  readonly onSave: (text: string) => void
  readonly onCancel: () => void
}

/** Where a comment or an answer is written: Ctrl Enter keeps it, Esc leaves it. */
export function CommentField({ place, label, verb, text: before, isBack, onSave, onCancel }: CommentFieldProps) {
  const { words: text, type, drop } = useTypedWords(place, before)
  const area = useFocusOnOpening(!isBack)
  const { length } = text.trim()
  const problem = length > limits.commentLength ? `${length} of ${limits.commentLength} characters. Shorten it to keep it.` : undefined

  function save(event?: FormEvent) {
    event?.preventDefault()
    if (!isCommentText(text)) return
    drop()
    onSave(text)
  }
  function cancel() {
    drop()
    onCancel()
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
        onChange={(event) => type(event.target.value)}
        onKeyDown={writingKeys(save, cancel)}
      />
      {problem ? (
        <span className="comments-problem" role="alert">
          {problem}
        </span>
      ) : null}
      <FieldActions verb={verb} disabledReason={length === 0 ? 'Write it first.' : problem} onCancel={cancel} />
    </form>
  )
}
