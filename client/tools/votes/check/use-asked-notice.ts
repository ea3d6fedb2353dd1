import { HeartHandshake } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { takesAnswers } from '../../../../shared/tools/votes/consent'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible, isRunning } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { toast } from '../../../ui/toast'
import { closeModals } from '../../../ui/toast-host'

/** Tells whoever does not see the check just now that everybody is being asked, with the way to the question. */
export function useAskedNotice(check: Round | undefined, place: RefObject<HTMLElement | null>): void {
  const { actor, record } = useWorkshop()
  const me = useRecord(participants, record, actor.id)
  const asks = check && isRunning(check) && isEligible(actor.role, check, me?.identity) ? `${check.id} ${takesAnswers(check)}` : undefined
  const known = useRef(asks)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is told when the check opens, and when one by consent comes to its answers
  useEffect(() => {
    const isNew = asks !== undefined && asks !== known.current
    known.current = asks ?? known.current
    if (!isNew || !check || isInSight(place.current)) return
    return toast({
      message: takesAnswers(check)
        ? `Everybody is being asked: “${check.question}”`
        : 'A consent round has begun. You are asked for your answer once it is time.',
      Icon: HeartHandshake,
      action: { label: takesAnswers(check) ? 'Go to the question' : 'Go to the round', run: () => showQuestion(place) },
      durationMs: 30_000,
    })
  }, [asks])
}

function showQuestion(place: RefObject<HTMLElement | null>): void {
  closeModals()
  // A dialog that closes gives the focus back first.
  requestAnimationFrame(() => {
    place.current?.scrollIntoView({ block: 'center' })
    place.current?.focus({ preventScroll: true })
  })
}

function isInSight(place: HTMLElement | null): boolean {
  if (!place || document.querySelector('dialog[open]')) return false
  const { top, bottom } = place.getBoundingClientRect()
  return top < window.innerHeight && bottom > 0
}
