import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useId } from 'react'

/** What the control inside a field must carry. */
export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** A sentence that says what to change; absent while all is well. */
  readonly error?: string | null | undefined
  readonly children: (control: FieldControl) => ReactNode
}

/**
 * A labelled control with its hint and error.
 *
 * @example <Field label="Your name" error={problem}>{(props) => <input className="input" {...props} />}</Field>
 */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <span id={hintId} className="hint">
          {hint}
        </span>
      ) : null}
      {error ? (
        <span id={errorId} className="errmsg">
          <TriangleAlert className="i s" aria-hidden />
          {error}
        </span>
      ) : null}
    </div>
  )
}
