import { useEffect, useState } from 'react'

/** Renders again every `everyMs` while `running`; the value is of no use by itself. */
export function useTick(running: boolean, everyMs = 250): number {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setTick((count) => count + 1), everyMs)
    return () => clearInterval(timer)
  }, [running, everyMs])
  return tick
}
