import type { LucideIcon } from 'lucide-react'
import type { KeyboardEvent } from 'react'

interface SegmentedProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: string; readonly Icon?: LucideIcon }[]
}

/** One of a few, all visible: a radio group whose arrows choose. */
export function Segmented<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  const known = options.some((option) => option.value === value)

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = options.findIndex((option) => option.value === value)
    const next = options[(at + step + options.length) % options.length]
    if (!next) return
    onChange(next.value)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[options.indexOf(next)]?.focus()
  }

  return (
    <div className="seg" role="radiogroup" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a button-like radio with an icon; the group's arrows follow the radio pattern
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value || (!known && index === 0) ? 0 : -1}
          onClick={() => onChange(option.value)}
        >
          {option.Icon ? <option.Icon className="i s" aria-hidden /> : null}
          {option.label}
        </button>
      ))}
    </div>
  )
}
