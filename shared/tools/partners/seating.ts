import type * as Y from 'yjs'
import type { Actor } from '../../access/actor'
import { newId } from '../../doc/ids'
import { lastOrder, ordersAfter } from '../../doc/order'
import { commandOrigin } from '../../doc/origin'
import { leftOut, ownSeats, populations } from './collections'
import type { OwnSeat, PopulationId, SeatId } from './schema'
import { leftOutId } from './seat-list'

/** What a person says about a seat. */
export type SeatFields = Pick<OwnSeat, 'name' | 'sector' | 'level' | 'populationId' | 'isMinimum'>

/** Adds a seat beside the recommended ones. */
export function addSeat(board: Y.Doc, actor: Actor, fields: SeatFields): void {
  board.transact(() => putSeats(board, actor, [fields]), commandOrigin('partners/add-seat', actor))
}

/** Takes an own seat off the list; partners that hold it hold one less. False when it is gone. */
export function removeSeat(board: Y.Doc, actor: Actor, id: SeatId): boolean {
  return board.transact(() => ownSeats.remove(board, id), commandOrigin('partners/remove-seat', actor))
}

/** Whether the table is complete without an own seat. */
export function setMinimum(board: Y.Doc, actor: Actor, id: SeatId, isMinimum: boolean): boolean {
  return board.transact(() => ownSeats.patch(board, id, { isMinimum }), commandOrigin('partners/set-minimum', actor))
}

/** Leaves a recommended seat or minimum rule out, or takes it in again. */
export function leaveOut(board: Y.Doc, actor: Actor, what: string, isOut: boolean): void {
  const id = leftOutId(what)
  board.transact(
    () => {
      if (!isOut) leftOut.remove(board, id)
      else if (!leftOut.get(board, id)) leftOut.put(board, { id, authorId: actor.id })
    },
    commandOrigin('partners/leave-out', actor),
  )
}

/** Adds a population that the work is for, with the kinds of partner that it asks for. */
export function addPopulation(board: Y.Doc, actor: Actor, name: string, asksFor: readonly string[]): PopulationId {
  const id = newId('population')
  const [order = 'a0'] = ordersAfter(lastOrder(populations.live(board).all()), 1)
  board.transact(
    () => {
      populations.put(board, { id, name, order, authorId: actor.id })
      putSeats(
        board,
        actor,
        asksFor.map((kind) => ({ name: kind, level: 'either', populationId: id, isMinimum: false })),
      )
    },
    commandOrigin('partners/add-population', actor),
  )
  return id
}

/** Takes a population off with the seats that only it asks for. False when it is gone. */
export function removePopulation(board: Y.Doc, actor: Actor, id: PopulationId): boolean {
  return board.transact(
    () => {
      for (const seat of ownSeats.all(board)) if (seat.populationId === id) ownSeats.remove(board, seat.id)
      return populations.remove(board, id)
    },
    commandOrigin('partners/remove-population', actor),
  )
}

function putSeats(board: Y.Doc, actor: Actor, all: readonly SeatFields[]): void {
  const orders = ordersAfter(lastOrder(ownSeats.live(board).all()), all.length)
  for (const [index, fields] of all.entries()) {
    ownSeats.put(board, { ...fields, id: newId('seat'), order: orders[index] ?? 'a0', authorId: actor.id })
  }
}
