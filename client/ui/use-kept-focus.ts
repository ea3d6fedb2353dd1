import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'

interface KeptFocus<Place extends HTMLElement> {
  readonly ref: RefObject<Place | null>
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent) => void
}

/**
 * Keeps the focus within a place when what had it goes from there, as a card does that was decided on: whoever works by
 * keyboard goes on from here, and not from the top of the page.
 *
 * @param shown changes whenever something may have gone
 * @param landing selects what takes the focus; the place itself where that finds nothing
 */
export function useKeptFocus<Place extends HTMLElement>(shown: unknown, landing?: string): KeptFocus<Place> {
  const ref = useRef<Place>(null)
  const hadFocus = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again whenever something may have gone
  useEffect(() => {
    const place = ref.current
    if (!place || !hadFocus.current || document.activeElement !== document.body) return
    const within = landing === undefined ? null : place.querySelector<HTMLElement>(landing)
    ;(within ?? place).focus()
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
