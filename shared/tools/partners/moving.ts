import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { lastOrder, ordersAfter } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { partners, teamMoves } from './collections'
import { movesOf, teamOn } from './moves'
import type { MoveFields, MoveId, PartnerId, Team } from './schema'

/**
 * Moves a partner to a ring, or out of all of them, and keeps the day and the reason. A move dated before later ones
 * fills in history and leaves the partner where it is now.
 *
 * @returns the move; undefined when the partner is gone or was in that ring already
 */
export function movePartner(
  board: Y.Doc,
  actor: Actor,
  id: PartnerId,
  to: Team | undefined,
  { on, reason }: Pick<MoveFields, 'on' | 'reason'>,
): MoveId | undefined {
  const partner = partners.get(board, id)
  if (!partner) return undefined
  const moves = movesOf(teamMoves.all(board), id)
  const from = teamOn(partner, moves, on)
  if (from === to) return undefined
  return board.transact(
    () => {
      const [move] = keepMoves(board, actor, id, [{ from, to, on, reason }])
      if (moves.every((each) => each.on <= on)) partners.patch(board, id, { team: to })
      return move
    },
    commandOrigin('partners/move', actor),
  )
}

/** Takes a move back; if it was the partner's last, the partner is again where it came from. False when it is gone. */
export function takeBackMove(board: Y.Doc, actor: Actor, id: MoveId): boolean {
  const move = teamMoves.get(board, id)
  if (!move) return false
  const isLast = movesOf(teamMoves.all(board), move.partnerId).at(-1)?.id === id
  return board.transact(
    () => {
      if (isLast) partners.patch(board, move.partnerId, { team: move.from })
      return teamMoves.remove(board, id)
    },
    commandOrigin('partners/take-back-move', actor),
  )
}

/** Writes moves down as they were told. Inside somebody's transaction. */
export function keepMoves(board: Y.Doc, actor: Actor, partnerId: PartnerId, told: readonly MoveFields[]): readonly MoveId[] {
  const orders = ordersAfter(lastOrder(teamMoves.all(board)), told.length)
  return told.map((move, index) => {
    const id = newId('move')
    teamMoves.put(board, { ...move, id, partnerId, order: orders[index] ?? 'a0', authorId: actor.id })
    return id
  })
}

/** Those of the moves told of a partner that nobody has written down yet. */
export function unknownMoves(board: Y.Doc, partnerId: PartnerId, told: readonly MoveFields[]): readonly MoveFields[] {
  const known = new Set(movesOf(teamMoves.all(board), partnerId).map(sameness))
  return told.filter((move) => !known.has(sameness(move)))
}

function sameness({ on, from, to }: MoveFields): string {
  return [on, from, to].join(' ')
}
