import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { Mark } from '../../ui/Mark'

/** Shorter waits show nothing at all. Source: DESIGN, section 4. */
const showAfterMs = 300

/** A screen that is on its way: the mark and a sentence, never a spinner. */
export function Waiting({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), showAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="plain-page" aria-busy="true">
      {shown ? (
        <div className="plain-card" role="status">
          <Mark size={44} />
          <p className="meta">{children}</p>
        </div>
      ) : null}
    </main>
  )
}
