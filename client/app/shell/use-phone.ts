import { useSyncExternalStore } from 'react'

const narrow = '(max-width: 760px)'

/** Whether the screen is so narrow that the agenda lives in a sheet. */
export function usePhone(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches)
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(narrow)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
