import { useEffect, useRef } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { useTypedWords } from '../../../app/use-typed-words'
import { Button } from '../../../ui/Button'

interface ResonanceReasonProps {
  /** Under which its words are kept until they are sent. */
  readonly place: string
  /** What everybody reads already. */
  readonly said: string
  readonly onSend: (reason: string) => void
}

/** Asked of whoever says not yet, beside the answer, which is there already. */
export function ResonanceReason({ place, said, onSend }: ResonanceReasonProps) {
  const { words: reason, type } = useTypedWords(place, said)
  const shown = useRef(said)
  useEffect(() => {
    if (shown.current === said) return
    shown.current = said
    type(said)
  })
  const isSaid = reason.trim() === said
  return (
    <form
      className="votes-reason"
      onSubmit={(event) => {
        event.preventDefault()
        onSend(reason)
      }}
    >
      <label className="field">
        <span>What would need to change?</span>
        <textarea
          className="input"
          rows={2}
          maxLength={limits.noteLength}
          value={reason}
          placeholder="One sentence is enough."
          onChange={(event) => type(event.target.value)}
          onBlur={() => !isSaid && onSend(reason)}
        />
      </label>
      {said === '' ? (
        <p className="fine">
          Your answer counts already. It becomes a concern once you send the reason, or without one when the check closes.
        </p>
      ) : null}
      <Button type="submit" size="sm" disabledReason={isSaid ? (said ? 'Sent' : 'Write a few words first.') : undefined}>
        Send
      </Button>
    </form>
  )
}
