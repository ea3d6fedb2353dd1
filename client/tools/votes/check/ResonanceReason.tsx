import { useEffect, useState } from 'react'
import { limits } from '../../../../shared/sync/limits'
import { Button } from '../../../ui/Button'

interface ResonanceReasonProps {
  /** What everybody reads already. */
  readonly said: string
  readonly onSend: (reason: string) => void
}

/** Asked of whoever says not yet, beside the answer, which is there already. */
export function ResonanceReason({ said, onSend }: ResonanceReasonProps) {
  const [reason, setReason] = useState(said)
  useEffect(() => setReason(said), [said])
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
          onChange={(event) => setReason(event.target.value)}
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
