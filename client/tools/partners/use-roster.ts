import { useMemo } from 'react'
import { leftOut, ownSeats, partners, populations, teamMoves } from '../../../shared/tools/partners/collections'
import { type Coverage, coverage } from '../../../shared/tools/partners/coverage'
import { can } from '../../../shared/tools/partners/permissions'
import { type SeatList, seatListOf } from '../../../shared/tools/partners/seat-list'
import { locks, participants } from '../../../shared/workshop/collections'
import { lockOf } from '../../../shared/workshop/selectors'
import { useWorkshop } from '../../app/workshop-context'
import { useRecords } from '../../sync/use-live'

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

/** The seats that this partnership's table should have. */
export function useSeatList(): SeatList {
  const { board } = useWorkshop()
  const own = useRecords(ownSeats, board)
  const out = useRecords(leftOut, board)
  const targets = useRecords(populations, board)
  return useMemo(() => seatListOf(own, out, targets), [own, out, targets])
}

export function useCoverage(): Coverage {
  const all = usePartners()
  const list = useSeatList()
  return useMemo(() => coverage(all, list), [all, list])
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
