import { useCallback } from 'react'
import { localDay } from '../../../shared/doc/day'
import { partners } from '../../../shared/tools/partners/collections'
import { ringName } from '../../../shared/tools/partners/moves'
import { movePartner, takeBackMove } from '../../../shared/tools/partners/moving'
import { useWorkshop } from '../../app/workshop-context'
import type { RingTeam } from '../../ui/TeamRings'
import { toast } from '../../ui/toast'

/** When and why; today and no reason unless said. */
interface MoveDetails {
  readonly on: string
  readonly reason: string | undefined
}

/** Moves a partner between rings, with a way back. */
export type Move = (id: string, team: RingTeam | undefined, details?: MoveDetails) => void

export function useMove(): Move {
  const { board, actor, serverNow } = useWorkshop()
  return useCallback(
    (id, team, details) => {
      const partner = partners.live(board).get(id)
      if (!partner) return
      const move = movePartner(board, actor, partner.id, team, details ?? { on: localDay(serverNow()), reason: undefined })
      if (!move) return
      toast({
        message: `${partner.name} moved to ${ringName(team)}`,
        action: { label: 'Undo', run: () => takeBackMove(board, actor, move) },
      })
    },
    [board, actor, serverNow],
  )
}
