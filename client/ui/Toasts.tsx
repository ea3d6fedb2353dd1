import { X } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { IconButton } from './IconButton'
import { dismiss, dismissOffers, shownToasts, subscribeToasts } from './toast'
import { subscribeToastHost, toastHost } from './toast-host'

/** The toasts on screen, above the dock and above whatever is open over the page. Their words are said by the live region, not by themselves. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToasts, shownToasts)
  const host = useSyncExternalStore(subscribeToastHost, toastHost)
  useEffect(() => {
    document.addEventListener('keydown', endOffers, true)
    return () => document.removeEventListener('keydown', endOffers, true)
  }, [])
  const section = (
    <section className="toasts" aria-label="Messages">
      {toasts.map(({ id, message, Icon, action }) => (
        <div key={id} className="toast">
          {Icon ? <Icon className="i" aria-hidden /> : null}
          <span className="grow">{message}</span>
          {action ? (
            <button
              type="button"
              onClick={() => {
                dismiss(id)
                action.run()
              }}
            >
              {action.label}
            </button>
          ) : null}
          <IconButton label="Dismiss" Icon={X} small onClick={() => dismiss(id)} />
        </div>
      ))}
    </section>
  )
  return host ? createPortal(section, host) : section
}

/** Taking back by the keys leaves nothing for a toast to take back. */
function endOffers(event: KeyboardEvent): void {
  if (event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)) dismissOffers()
}
