import { Minus, Plus } from 'lucide-react'
import { announce } from './announce'
import { IconButton } from './IconButton'

interface StepperProps {
  /** What is counted, for example `Dots on Shared intake`. */
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly onChange: (value: number) => void
  /** The value in words, for example `25 min`. */
  readonly format?: (value: number) => string
  /** Said when there is no way up, for example `2 is the most on one option.` */
  readonly maxReason?: string
}

/** A number with − and +; the keys + and − work while focus is inside. */
export function Stepper({ label, value, min, max, step = 1, onChange, format = String, maxReason }: StepperProps) {
  function change(next: number) {
    if (next > max) return announce(maxReason ?? `${format(max)} is the most.`)
    if (next < min) return announce(`${format(min)} is the least.`)
    onChange(next)
    announce(`${label}: ${format(next)}`)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own layout
    <div
      className="stepper"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === '+' || event.key === '=') change(value + step)
        else if (event.key === '-') change(value - step)
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      <IconButton
        label={`Less: ${label}`}
        Icon={Minus}
        small
        aria-disabled={value <= min ? true : undefined}
        onClick={() => change(Math.max(value - step, value <= min ? value - step : min))}
      />
      <output>{format(value)}</output>
      <IconButton
        label={`More: ${label}`}
        Icon={Plus}
        small
        title={value >= max ? maxReason : undefined}
        aria-disabled={value >= max ? true : undefined}
        onClick={() => change(Math.min(value + step, value >= max ? value + step : max))}
      />
    </div>
  )
}
