import { type RefObject, useEffect, useRef } from 'react'

/** A field that is written in at once, also where a sheet opens with it and takes the focus for itself first. */
export function useFocusOnOpening(): RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const frame = requestAnimationFrame(() => area.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return area
}
