import { limits } from '../../../../shared/sync/limits'
import type { ReasonAsked } from '../../../../shared/tools/votes/reasons'
import type { Round } from '../../../../shared/tools/votes/schema'
import { reasonKeptInWords } from '../../../../shared/tools/votes/secrecy'
import { Field } from '../../../ui/Field'
import { useAnswered } from './use-answered'

interface CheckReasonProps {
  readonly check: Round
  readonly asked: ReasonAsked
  readonly reason: string
  readonly onReason: (reason: string) => void
}

/** Why somebody answers as they do, in their own words. */
export function CheckReason({ check, asked: { question, isRequired }, reason, onReason }: CheckReasonProps) {
  const { eligible } = useAnswered(check)
  const open = isRequired ? 'Everybody reads it, so that the group can turn it into a change.' : 'One sentence is enough.'
  return (
    <Field label={question} hint={check.secret ? reasonKeptInWords(eligible) : open}>
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
