import { type RefObject, useEffect, useRef } from 'react'

/**
 * A field that is written in at once, also where a sheet opens with it and takes the focus for itself first.
 *
 * @param isWanted false where nobody asked for the field just now
 */
export function useFocusOnOpening(isWanted = true): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!isWanted) return
    const frame = requestAnimationFrame(() => area.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [isWanted])
  return area
}
