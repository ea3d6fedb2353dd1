import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'

interface ConcernFormProps {
  readonly label: string
  readonly hint: string
  readonly send: string
  readonly busy: boolean
  /** Why it cannot be sent just now; what is typed stays. */
  readonly disabledReason?: string | undefined
  readonly onSend: (words: string) => void
  readonly onCancel: () => void
  /** What the act is about. */
  readonly children?: ReactNode
}

/** A few words with an act, or none, and what the act does. */
export function ConcernForm({ label, hint, send, busy, disabledReason, onSend, onCancel, children }: ConcernFormProps) {
  const [words, setWords] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (disabledReason !== undefined) return
    onSend(words)
  }

  return (
    <form className="concern-form" onSubmit={submit}>
      {children}
      <Field label={label} hint={hint}>
        {(props) => (
          <textarea
            {...props}
            ref={field}
            className="input"
            rows={2}
            maxLength={limits.noteLength}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrap">
        <Button type="submit" size="sm" variant="primary" busy={busy} disabledReason={disabledReason}>
          {send}
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Not now
        </Button>
      </div>
    </form>
  )
}
