import { useSyncExternalStore } from 'react'
import { announcements, subscribeAnnouncements } from './announce'

/** The two live regions; mounted once and for good. */
export function LiveRegions() {
  const { polite, assertive } = useSyncExternalStore(subscribeAnnouncements, announcements)
  return (
    <>
      <div className="vh" aria-live="polite" aria-atomic="true" data-live="polite">
        {polite}
      </div>
      <div className="vh" aria-live="assertive" aria-atomic="true" data-live="assertive">
        {assertive}
      </div>
    </>
  )
}
