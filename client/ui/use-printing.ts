import { useSyncExternalStore } from 'react'

let printing = false

/**
 * Whether the page is being put on paper, for screens that show only a part of what they hold. What is drawn then is
 * on the paper: the browser waits for it.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => printing)
}

function subscribe(listener: () => void): () => void {
  function begin() {
    printing = true
    listener()
  }
  function end() {
    printing = false
    listener()
  }
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  }
}
