import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

interface KeptFocus {
  readonly ref: RefObject<HTMLElement | null>
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * Keeps the focus within a place when what had it goes from there, as a card does that was decided on: whoever works by
 * keyboard goes on from here, and not from the top of the page.
 *
 * @param shown changes whenever something may have gone
 */
export function useKeptFocus(shown: unknown): KeptFocus {
  const ref = useRef<HTMLElement>(null)
  const hadFocus = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever something may have gone
  useEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) ref.current?.focus()
  }, [shown])

  return {
    ref,
    onFocus: () => {
      hadFocus.current = true
    },
    onBlur: ({ target, relatedTarget }) => {
      // What leaves the page loses the focus too; only who goes elsewhere has left.
      if (relatedTarget === null && !target.isConnected) return
      hadFocus.current = relatedTarget !== null && ref.current?.contains(relatedTarget as Node) === true
    },
  }
}
