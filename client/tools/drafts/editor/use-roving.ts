import { type FocusEvent, type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react'

interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly onFocus: (event: FocusEvent<HTMLDivElement>) => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void
}

/** Makes a toolbar one stop for Tab: left and right move along its buttons, Home and End to its ends, and Tab comes back to the last one used. */
export function useRoving(): Roving {
  const ref = useRef<HTMLDivElement>(null)
  const current = useRef<HTMLElement>(undefined)

  function mark(): void {
    const buttons = buttonsOf(ref.current)
    const stop = current.current && buttons.includes(current.current) ? current.current : buttons[0]
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1
  }
  // After each drawing: a button may have come or gone.
  useLayoutEffect(mark)

  return {
    ref,
    onFocus({ target, currentTarget }) {
      // An open menu has its own.
      if (!buttonsOf(currentTarget).includes(target)) return
      current.current = target
      mark()
    },
    onKeyDown(event) {
      const buttons = buttonsOf(event.currentTarget)
      const at = buttons.indexOf(event.target as HTMLElement) // -1 for what is not one of them
      const last = buttons.length - 1
      const next = { ArrowRight: at >= last ? 0 : at + 1, ArrowLeft: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key]
      if (next === undefined || at < 0) return
      event.preventDefault()
      buttons[next]?.focus()
    },
  }
}

function buttonsOf(bar: HTMLElement | null): HTMLElement[] {
  return [...(bar?.querySelectorAll<HTMLElement>(':scope > button') ?? [])]
}
