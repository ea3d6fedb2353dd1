import { limits } from '../../../../shared/sync/limits'
import type { ReasonAsked } from '../../../../shared/tools/votes/reasons'
import { Field } from '../../../ui/Field'

interface CheckReasonProps {
  readonly asked: ReasonAsked
  readonly reason: string
  readonly onReason: (reason: string) => void
}

/** Why somebody answers as they do, in their own words. */
export function CheckReason({ asked: { question, isRequired }, reason, onReason }: CheckReasonProps) {
  return (
    <Field
      label={question}
      hint={isRequired ? 'Everybody reads it, so that the group can turn it into a change.' : 'One sentence is enough.'}
    >
      {(props) => (
        <textarea
          {...props}
          className="input"
          rows={2}
          maxLength={limits.noteLength}
          required={isRequired}
          value={reason}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </Field>
  )
}
