import { useEffect, useState } from 'react'

const tickMs = 250

/** Whole seconds until a time of the server's clock; 0 when it has passed or there is none. */
export function useSecondsLeft(untilMs: number | undefined, serverNow: () => number): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    if (untilMs === undefined) return
    const timer = setInterval(() => setNow(serverNow()), tickMs)
    return () => clearInterval(timer)
  }, [untilMs, serverNow])
  return untilMs === undefined ? 0 : Math.max(0, Math.ceil((untilMs - now) / 1000))
}
