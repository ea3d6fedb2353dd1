import { type FormEvent, useEffect, useRef, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { useTypedWords } from '../../../app/use-typed-words'
import { Field } from '../../../ui/Field'
import { FieldActions } from '../comments/FieldActions'
import { writingKeys } from '../comments/writing-keys'

interface KeepFieldProps {
  /** Under which the reason is kept until it is sent. */
  readonly place: string
  /** Answers whether it was taken. */
  readonly onKeep: (reason: string) => Promise<boolean>
  readonly onCancel: () => void
}

/** Asks why the text stays as it is; whoever proposed other words reads it. Ctrl Enter keeps, Esc leaves. */
export function KeepField({ place, onKeep, onCancel }: KeepFieldProps) {
  const { words: reason, type, drop } = useTypedWords(place)
  const [isBusy, setBusy] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    area.current?.focus()
    // Its buttons too: beside the text there is room for little more than the field.
    area.current?.form?.scrollIntoView({ block: 'nearest' })
  }, [])

  async function keep(event?: FormEvent) {
    event?.preventDefault()
    if (isBusy) return
    setBusy(true)
    if (await onKeep(reason)) drop()
    else setBusy(false)
  }
  function cancel() {
    drop()
    onCancel()
  }

  return (
    <form className="comments-field" onSubmit={(event) => void keep(event)}>
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
            onChange={(event) => type(event.target.value)}
            onKeyDown={writingKeys(() => void keep(), cancel)}
          />
        )}
      </Field>
      <FieldActions verb="Keep as is" busy={isBusy} onCancel={cancel} />
    </form>
  )
}
