import { useSyncExternalStore } from 'react'

const narrow = () => window.matchMedia('(max-width: 760px)')

/** Whether the window is a phone's width; the same border as in the style sheets. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow().matches)
}

function subscribe(listener: () => void): () => void {
  const query = narrow()
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
