import { type FormEvent, useEffect, useRef, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { Field } from '../../../ui/Field'
import { FieldActions } from '../comments/FieldActions'
import { writingKeys } from '../comments/writing-keys'

interface KeepFieldProps {
  readonly onKeep: (reason: string) => Promise<void>
  readonly onCancel: () => void
}

/** Asks why the text stays as it is; whoever proposed other words reads it. Ctrl Enter keeps, Esc leaves. */
export function KeepField({ onKeep, onCancel }: KeepFieldProps) {
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    area.current?.focus()
    // Its buttons too: beside the text there is room for little more than the field.
    area.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])

  function keep(event?: FormEvent) {
    event?.preventDefault()
    if (isBusy) return
    setBusy(true)
    void onKeep(reason)
  }

  return (
    <form className="comments-field" onSubmit={keep}>
      <Field label="Why it stays (optional)" hint="Whoever proposed it reads this.">
        {(control) => (
          <textarea
            {...control}
            ref={area}
            className="input"
            dir="auto"
            rows={2}
            maxLength={limits.noteLength}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={writingKeys(keep, onCancel)}
          />
        )}
      </Field>
      <FieldActions verb="Keep as is" busy={isBusy} onCancel={onCancel} />
    </form>
  )
}
