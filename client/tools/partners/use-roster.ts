import { useMemo } from 'react'
import { partners, teamMoves } from '../../../shared/tools/partners/collections'
import { coverage } from '../../../shared/tools/partners/coverage'
import { can } from '../../../shared/tools/partners/permissions'
import { locks, participants } from '../../../shared/workshop/collections'
import { lockOf } from '../../../shared/workshop/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords, useSelected } from '../../sync/use-live'

/** Everything on the roster, removed partners included. */
export function usePartners() {
  const { board } = useWorkshop()
  return useRecords(partners, board)
}

/** Every move between the rings. */
export function useMoves() {
  const { board } = useWorkshop()
  return useRecords(teamMoves, board)
}

export function useCoverage() {
  const { board } = useWorkshop()
  return useSelected(partners, board, coverage)
}

export function usePeople() {
  const { record } = useWorkshop()
  return useRecords(participants, record)
}

/** Whether the roster can be changed here and now. */
export function useMayEdit(): boolean {
  const { actor, record } = useWorkshop()
  const all = useRecords(locks, record)
  return useMemo(() => can(actor, 'partners/edit') && lockOf(all, 'partners') === undefined, [actor, all])
}
