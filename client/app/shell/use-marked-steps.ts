import { useEffect, useRef } from 'react'
import { useLocation } from 'wouter'
import type { AgendaStep } from '../../../shared/workshop/schema'
import { toast } from '../../ui/toast'
import { useWorkshop } from '../workshop-context'

/** Says when the server adds a step by itself, and offers the way there. */
export function useMarkedSteps(steps: readonly AgendaStep[]): void {
  const { actor } = useWorkshop()
  const [, navigate] = useLocation()
  const known = useRef<ReadonlySet<string>>(undefined)
  useEffect(() => {
    if (steps.length === 0) return
    const marked = steps.filter(({ mark }) => mark !== undefined)
    const before = known.current
    known.current = new Set(marked.map(({ id }) => id))
    // What was there when the page opened is in the agenda for all to see.
    const added = before ? marked.filter(({ id }) => !before.has(id)) : []
    for (const { id, title, mark } of added) {
      const action = { label: 'Go there', run: () => navigate(`/w/${actor.workshopId}/${id}`) }
      toast({ message: `“${title}” is on the agenda now: ${mark?.toLowerCase()}`, action })
    }
  }, [steps, actor.workshopId, navigate])
}
