import { limits } from '../../../../shared/sync/limits'
import type { ReasonAsked } from '../../../../shared/tools/votes/reasons'
import { Field } from '../../../ui/Field'
import { Segmented } from '../../../ui/Segmented'

interface CheckReasonProps {
  readonly asked: ReasonAsked
  readonly reason: string
  readonly onReason: (reason: string) => void
  /** What a concern is about; absent for answers that are none. */
  readonly binding?: 'wording' | 'spirit'
  readonly onBinding?: (binding: 'wording' | 'spirit') => void
}

/** Why somebody answers as they do, in their own words. */
export function CheckReason({ asked: { question, isRequired }, reason, onReason, binding, onBinding }: CheckReasonProps) {
  return (
    <>
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
      {binding && onBinding ? (
        <div className="check-binding">
          <span className="meta" aria-hidden>
            It is about
          </span>
          <Segmented
            label="It is about"
            value={binding}
            onChange={onBinding}
            options={[
              { value: 'wording', label: 'These words' },
              { value: 'spirit', label: 'What they stand for' },
            ]}
          />
        </div>
      ) : null}
    </>
  )
}
