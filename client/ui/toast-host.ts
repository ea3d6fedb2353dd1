let hosts: readonly HTMLElement[] = []
const listeners = new Set<() => void>()

/** Shows messages inside this modal while it is open: what stands outside of one is under it and cannot be pressed. */
export function hostToasts(modal: HTMLElement): () => void {
  tell([...hosts, modal])
  return () => tell(hosts.filter((each) => each !== modal))
}

/** The modal opened last; undefined while none is. */
export function toastHost(): HTMLElement | undefined {
  return hosts.at(-1)
}

export function subscribeToastHost(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Asks every open modal to close, the last one first, as Escape would. */
export function closeModals(): void {
  for (const modal of [...hosts].reverse()) modal.dispatchEvent(new Event('cancel', { cancelable: true }))
}

function tell(next: readonly HTMLElement[]): void {
  hosts = next
  for (const listener of listeners) listener()
}
