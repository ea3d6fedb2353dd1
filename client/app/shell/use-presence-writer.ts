import { use, useEffect } from 'react'
import { PresenceContext } from '../presence-context'

const awayAfterMs = 60_000

/** Tells the others on which step I am, and that I am away after a minute without a sign. */
export function usePresenceWriter(view: string): void {
  const awareness = use(PresenceContext)

  useEffect(() => {
    awareness?.setLocalStateField('stepId', view)
  }, [awareness, view])

  useEffect(() => {
    if (!awareness) return
    let away = false
    let timer: ReturnType<typeof setTimeout>
    function sign() {
      clearTimeout(timer)
      timer = setTimeout(() => set(true), awayAfterMs)
      set(false)
    }
    function set(now: boolean) {
      if (away === now) return
      away = now
      awareness?.setLocalStateField('away', now)
    }
    sign()
    const events = ['pointerdown', 'pointermove', 'keydown', 'focusin'] as const
    for (const event of events) document.addEventListener(event, sign, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const event of events) document.removeEventListener(event, sign)
    }
  }, [awareness])
}
