import { useMemo } from 'react'
import { agenda, workshops } from '../../../shared/workshop/collections'
import type { AgendaStep, Workshop } from '../../../shared/workshop/schema'
import { currentStep, orderedAgenda } from '../../../shared/workshop/selectors'
import { useRecord, useRecords } from '../../sync/use-live'
import { useWorkshop } from '../workshop-context'

export interface Agenda {
  readonly workshop: Workshop | undefined
  /** In order. */
  readonly steps: readonly AgendaStep[]
  /** Where the group is. */
  readonly current: AgendaStep | undefined
}

/** The agenda and where the group is in it. */
export function useAgenda(): Agenda {
  const { record, actor } = useWorkshop()
  const workshop = useRecord(workshops, record, actor.workshopId)
  const all = useRecords(agenda, record)
  return useMemo(() => {
    const steps = orderedAgenda(all)
    return { workshop, steps, current: currentStep(workshop, steps) }
  }, [workshop, all])
}
