import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { announce } from '../../ui/announce'
import { toast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'
import type { GroupPlace } from './follow'
import { followGroup } from './follow'
import { isTyping, watchTyping } from './typing'
import type { Agenda } from './use-agenda'

/** A summons that this person has not answered yet. */
export interface Summons {
  readonly stepId: string
  readonly title: string
  readonly byName: string
  readonly endsAtMs: number
}

const countdownMs = 3_000

/** Moves this screen with the group, or asks first; returns the open question and its two answers. */
export function useFollow({ workshop, steps, current }: Agenda, view: string) {
  const { actor, name } = useWorkshop()
  const [, navigate] = useLocation()
  const [summons, setSummons] = useState<Summons>()
  const place: GroupPlace = { stepId: current?.id, summons: workshop?.summons?.number ?? 0 }
  const before = useRef(place)
  const viewNow = useRef(view)
  viewNow.current = view

  useEffect(watchTyping, [])

  const go = useCallback(
    (stepId: string) => {
      setSummons(undefined)
      // A field that keeps its words when it is left keeps them now.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      navigate(`/w/${actor.workshopId}/${stepId}`)
      focusHeading()
    },
    [navigate, actor.workshopId],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of the group's place may move anybody
  useEffect(() => {
    const last = before.current
    before.current = place
    const follow = followGroup(last, place, viewNow.current, isTyping())
    if (follow.move === 'none') {
      if (place.stepId !== last.stepId) setSummons(undefined)
      return
    }
    const title = steps.find((step) => step.id === follow.stepId)?.title ?? 'the next step'
    const byName = place.summons > last.summons ? (workshop?.summons?.byName ?? '') : ''
    if (follow.move === 'now') {
      const words = byName && byName !== name ? `${byName} brought everyone to ${title}` : `Now: ${title}`
      announce(words, 'assertive')
      if (byName && byName !== name) toast({ message: words })
      go(follow.stepId)
      return
    }
    setSummons({ stepId: follow.stepId, title, byName, endsAtMs: performance.now() + countdownMs })
    announce(`${byName || 'The facilitator'} is bringing everyone to ${title}. Going in 3 seconds. Press Escape to stay here.`, 'assertive')
  }, [place.stepId, place.summons])

  const stay = useCallback(() => {
    setSummons(undefined)
    announce('You stay here.')
  }, [])

  return { summons, go, stay }
}

/** Focus goes to the step's heading, unless somebody is typing. */
export function focusHeading(): void {
  requestAnimationFrame(() => {
    if (isTyping() || document.querySelector('dialog[open]')) return
    document.querySelector<HTMLElement>('[data-step-heading]')?.focus({ preventScroll: true })
  })
}
