import { type FormEvent, useEffect, useRef, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { Button } from '../../../ui/Button'
import { Field } from '../../../ui/Field'

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
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
              if (event.key !== 'Escape') return
              event.preventDefault()
              event.stopPropagation()
              onCancel()
            }}
          />
        )}
      </Field>
      <span className="row">
        <Button type="submit" size="sm" variant="primary" busy={isBusy}>
          Keep as is
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </span>
    </form>
  )
}
