import { useId } from 'react'

interface ScaleProps {
  /** What is rated, for example `Impact of Shared intake`. */
  readonly label: string
  readonly steps: readonly {
    readonly value: number
    readonly label: string /** In full, where the label is short. */
    readonly name?: string
  }[]
  readonly value: number | undefined
  readonly onChange: (value: number) => void
}

/** A few steps from low to high, all visible and each as large as a thumb; arrows choose, since they are radios. */
export function Scale({ label, steps, value, onChange }: ScaleProps) {
  const name = useId()
  return (
    <div className="votes-scale" role="radiogroup" aria-label={label}>
      {steps.map((step) => (
        <label key={step.value} className={step.value === value ? 'on' : undefined}>
          <input
            type="radio"
            className="vh"
            name={name}
            checked={step.value === value}
            aria-label={step.name ?? step.label}
            onChange={() => onChange(step.value)}
          />
          <span aria-hidden>{step.label}</span>
        </label>
      ))}
    </div>
  )
}
