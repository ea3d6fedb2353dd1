import { type RefObject, useEffect, useRef } from 'react'
import { announce } from '../../../ui/announce'

/** Brings a card into view when it becomes the open one, and says what it is to who is elsewhere. */
export function useActiveCard(isActive: boolean, label: string): RefObject<HTMLElement | null> {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isActive) return
    // After a sheet that opens with it has taken the focus for itself.
    const frame = requestAnimationFrame(() => {
      card.current?.scrollIntoView({ block: 'nearest' })
      // Whoever is in the text stays there and hears it; whoever is on the card hears it from there.
      if (!card.current?.contains(document.activeElement)) announce(label)
    })
    return () => cancelAnimationFrame(frame)
  }, [isActive, label])
  return card
}
