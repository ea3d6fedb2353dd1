import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { useTypedWords } from '../../../app/use-typed-words'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'

interface ConcernFormProps {
  /** Under which its words are kept until they are sent. */
  readonly place: string
  readonly label: string
  readonly hint: string
  readonly send: string
  readonly busy: boolean
  /** Why it cannot be sent just now; what is typed stays. */
  readonly disabledReason?: string | undefined
  /** Answers whether it was taken. */
  readonly onSend: (words: string) => Promise<boolean>
  readonly onCancel: () => void
  /** What the act is about. */
  readonly children?: ReactNode
}

/** A few words with an act, or none, and what the act does. */
export function ConcernForm({ place, label, hint, send, busy, disabledReason, onSend, onCancel, children }: ConcernFormProps) {
  const { words, type, drop } = useTypedWords(place)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (disabledReason === undefined && (await onSend(words))) drop()
  }
  function cancel() {
    drop()
    onCancel()
  }

  return (
    <form className="concern-form" onSubmit={(event) => void submit(event)}>
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
            onChange={(event) => type(event.target.value)}
          />
        )}
      </Field>
      <div className="row wrap">
        <Button type="submit" size="sm" variant="primary" busy={busy} disabledReason={disabledReason}>
          {send}
        </Button>
        <Button size="sm" variant="ghost" onClick={cancel}>
          Not now
        </Button>
      </div>
    </form>
  )
}
