import type { KeyboardEvent, ReactNode } from 'react'

interface RunButtonProps {
  readonly label: string
  readonly onPress: () => void
  readonly className?: string | undefined
  readonly pressed?: boolean
  readonly children: ReactNode
}

/** Words of a wording that can be pressed, and still be selected and broken at the end of a line. */
export function RunButton({ label, onPress, className, pressed, children }: RunButtonProps) {
  function pressWithKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    onPress()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot be broken at the end of a line, words must be
    <span
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-pressed={pressed}
      className={className}
      onClick={onPress}
      onKeyDown={pressWithKey}
    >
      {children}
    </span>
  )
}
