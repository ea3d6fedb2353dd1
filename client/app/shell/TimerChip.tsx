import { Pause } from 'lucide-react'
import type { CSSProperties } from 'react'
import { useEffect, useRef } from 'react'
import type { Timer } from '../../../shared/workshop/schema'
import type { TimerReading } from '../../../shared/workshop/timer'
import { readTimer } from '../../../shared/workshop/timer'
import { announce } from '../../ui/announce'
import { classNames } from '../../ui/class-names'
import { useWorkshop } from '../workshop-context'
import { useTick } from './use-now'

/** The timer by the server's clock, read four times a second while it runs. */
export function useTimerReading(timer: Timer | undefined): TimerReading {
  const { serverNow } = useWorkshop()
  useTick(timer?.state === 'running')
  return timer ? readTimer(timer, serverNow()) : { state: 'none' }
}

/** How much of the time is left, 0-100; the pie's share. */
export function shareLeft(timer: Timer | undefined, reading: TimerReading): number {
  if (!timer || timer.state === 'none' || reading.state === 'none' || reading.state === 'over' || timer.totalMs <= 0) return 0
  return Math.max(0, Math.min(100, (reading.leftMs / timer.totalMs) * 100))
}

/** The pie and the minutes; nothing while no timer is set. */
export function TimerChip({ timer }: { readonly timer: Timer | undefined }) {
  const reading = useTimerReading(timer)
  useTimerWords(reading)
  if (reading.state === 'none') return null
  return (
    <span
      className={classNames('timer', reading.state)}
      role="timer"
      aria-label={`Time left: ${reading.words}${reading.state === 'paused' ? ', paused' : ''}`}
    >
      {reading.state === 'paused' ? (
        <Pause className="i s" aria-hidden />
      ) : (
        <i className="pie" style={{ '--v': `${shareLeft(timer, reading)}%` } as CSSProperties} aria-hidden />
      )}
      <span aria-hidden>{reading.words}</span>
    </span>
  )
}

/** Said once each: the last minute, and the end. */
function useTimerWords({ state }: TimerReading): void {
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    if (state === 'last-minute' && before.current === 'running') announce('One minute left.')
    if (state === 'over' && before.current === 'last-minute') announce('Time is up.')
    before.current = state
  }, [state])
}
