import { Compass } from 'lucide-react'
import { useEffect } from 'react'
import type { Summons } from './use-follow'
import { useTick } from './use-now'

interface SummonsToastProps {
  readonly summons: Summons
  readonly onGo: (stepId: string) => void
  readonly onStay: () => void
}

/** "Rosa is bringing everyone to Decide": goes by itself after the countdown, unless the person stays. */
export function SummonsToast({ summons, onGo, onStay }: SummonsToastProps) {
  useTick(true, 200)
  const left = Math.max(0, Math.ceil((summons.endsAtMs - performance.now()) / 1000))

  useEffect(() => {
    const timer = setTimeout(() => onGo(summons.stepId), Math.max(0, summons.endsAtMs - performance.now()))
    function stayOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape') onStay()
    }
    document.addEventListener('keydown', stayOnEscape)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('keydown', stayOnEscape)
    }
  }, [summons, onGo, onStay])

  return (
    <section className="toast summons" aria-label="You are being moved">
      <Compass className="i" aria-hidden />
      <span className="grow">
        {summons.byName || 'The facilitator'} is bringing everyone to {summons.title}
      </span>
      <button type="button" onClick={() => onGo(summons.stepId)}>
        Go now
      </button>
      <button type="button" onClick={onStay}>
        Stay here
      </button>
      <span className="fine" aria-hidden>
        {left} s
      </span>
    </section>
  )
}
