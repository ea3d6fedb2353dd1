import { limits } from '../../../../shared/sync/limits'
import { Field } from '../../../ui/Field'
import { lengthProblem } from '../../../ui/length-words'
import { meaningLabels } from '../words'
import { meanings, type Setup } from './setup'

interface MeaningFieldProps {
  readonly method: Setup['method']
  readonly meaning: string
  readonly onChange: (meaning: string) => void
}

/** What putting something on an option says; it is printed on every ballot. */
export function MeaningField({ method, meaning, onChange }: MeaningFieldProps) {
  const what = meaningLabels[method]
  if (!what) return null
  const suggestions = method === 'dots' || method === 'approval' ? meanings : []
  return (
    <div className="votes-meaning-field">
      <Field label={`${what} means`} hint="Printed on the ballot" error={lengthProblem(meaning, limits.titleLength)}>
        {(control) => (
          <input
            {...control}
            className="input"
            value={meaning}
            placeholder="In your words"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      {suggestions.length > 0 ? (
        <div className="row wrap">
          {suggestions.map((words) => (
            <button
              key={words}
              type="button"
              className="chip line votes-suggestion"
              aria-pressed={words === meaning}
              onClick={() => onChange(words)}
            >
              {words}
            </button>
          ))}
        </div>
      ) : null}
    </div>
  )
}
