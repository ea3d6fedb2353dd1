import { Check, CircleDashed, Ellipsis, Trash2, TriangleAlert } from 'lucide-react'
import { ownSeats } from '../../../../shared/tools/partners/collections'
import type { SeatCover } from '../../../../shared/tools/partners/coverage'
import { SeatId } from '../../../../shared/tools/partners/schema'
import { leaveOut, removeSeat, setMinimum } from '../../../../shared/tools/partners/seating'
import { useWorkshop } from '../../../app/workshop-context'
import { useRecord } from '../../../sync/use-live'
import { classNames } from '../../../ui/class-names'
import { Menu } from '../../../ui/Menu'
import { toast } from '../../../ui/toast'

interface SeatLineProps {
  readonly cover: SeatCover
  /** The table is not complete while nobody holds it. */
  readonly isMissed: boolean
  readonly mayEdit: boolean
}

/** One seat: who holds it, or that nobody does; said in words, not by colour alone. */
export function SeatLine({ cover: { seat, heldBy }, isMissed, mayEdit }: SeatLineProps) {
  const { board, actor } = useWorkshop()
  const own = SeatId.safeParse(seat.id).data
  const ownSeat = useRecord(ownSeats, board, seat.id)
  const isOpen = heldBy.length === 0
  const Icon = isOpen ? (isMissed ? TriangleAlert : CircleDashed) : Check

  function remove() {
    if (own) removeSeat(board, actor, own)
    else leaveOut(board, actor, seat.id, true)
    toast({ message: `${seat.name} is not asked for here` })
  }

  return (
    <li className={classNames('coverage-seat', isMissed && 'no')}>
      <Icon className="i s" aria-hidden />
      <span className="grow">
        {seat.name}
        <span className="coverage-holder">{isOpen ? 'nobody yet' : heldBy.map(({ name }) => name).join(', ')}</span>
      </span>
      {mayEdit ? (
        <Menu
          label={`More for the seat ${seat.name}`}
          Icon={Ellipsis}
          small
          items={[
            ...(own && ownSeat && ownSeat.populationId === undefined
              ? [
                  {
                    label: 'One of the minimum seats',
                    checked: ownSeat.isMinimum,
                    onSelect: () => setMinimum(board, actor, own, !ownSeat.isMinimum),
                  },
                ]
              : []),
            { label: own ? 'Take the seat away' : 'Leave it out here', Icon: Trash2, onSelect: remove },
          ]}
        />
      ) : null}
    </li>
  )
}
