import type { KeyboardEvent } from 'react'

/** What the keys do in a field that is kept or left: Ctrl Enter keeps what is written, Esc leaves it. */
export function writingKeys(keep: () => void, leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
    if (event.key !== 'Escape') return
    event.preventDefault()
    // The sheet or dialog around it stays.
    event.stopPropagation()
    leave()
  }
}
