import type { ReactNode } from 'react'
import { useId } from 'react'
import { classNames } from './class-names'

interface SwitchProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A setting that takes effect at once. */
export function Switch({ label, hint, checked, onChange }: SwitchProps) {
  const hintId = useId()
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-describedby={hint ? hintId : undefined}
      className="switch-row"
      onClick={() => onChange(!checked)}
    >
      <span className="grow">
        <span>{label}</span>
        {hint ? (
          <span id={hintId} className="hint" aria-hidden>
            {hint}
          </span>
        ) : null}
      </span>
      <span className={classNames('switch', checked && 'on')} aria-hidden />
    </button>
  )
}
