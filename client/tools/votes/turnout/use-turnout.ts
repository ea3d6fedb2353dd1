import { useMemo } from 'react'
import type { Round, Turnout } from '../../../../shared/tools/votes/schema'
import { liveTurnout } from '../../../../shared/tools/votes/selectors'
import { participants } from '../../../../shared/workshop/collections'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecords } from '../../../sync/use-live'

/** Turnout as counts, live. */
export function useTurnout(round: Round): Turnout {
  const { record } = useWorkshop()
  const people = useRecords(participants, record)
  return useMemo(() => liveTurnout(round, people), [round, people])
}
