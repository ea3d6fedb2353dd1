import type * as Y from 'yjs'
import { byOrder } from '../../doc/order'
import { leftOut, ownSeats, populations } from './collections'
import { type Seat, type SeatRule, type Sector, seatRules, sectors } from './recommended-team'
import type { LeftOut, LeftOutId, OwnSeat, Population } from './schema'

/** The seats that a table should have, as one partnership sees it. */
export interface SeatList {
  readonly sectors: readonly Sector[]
  /** Minimum rules. */
  readonly rules: readonly SeatRule[]
  readonly populations: readonly { readonly id: string; readonly name: string; readonly seats: readonly Seat[] }[]
}

/** The recommended team as it is written. */
export const recommendedList: SeatList = { sectors, rules: seatRules, populations: [] }

/** The recommended team with what a partnership added and left out. */
export function seatListOf(own: readonly OwnSeat[], out: readonly LeftOut[], targets: readonly Population[]): SeatList {
  const isOut = (id: string) => out.some((each) => each.id === leftOutId(id))
  const added = [...own].sort(byOrder)
  return {
    sectors: sectors.map((sector) => ({
      ...sector,
      seats: [
        ...sector.seats.filter(({ id }) => !isOut(id)),
        ...added.filter((seat) => seat.sector === sector.id && seat.populationId === undefined).map(seatOf),
      ],
    })),
    rules: [
      ...seatRules.filter(({ id, anyOf }) => !isOut(id) && !anyOf.every(isOut)),
      ...added.filter(({ isMinimum }) => isMinimum).map(({ id, name, level }) => ({ id, level, anyOf: [id], label: name })),
    ],
    populations: [...targets]
      .sort(byOrder)
      .map(({ id, name }) => ({ id, name, seats: added.filter(({ populationId }) => populationId === id).map(seatOf) })),
  }
}

/** The same of a board. */
export function seatListIn(board: Y.Doc): SeatList {
  return seatListOf(ownSeats.live(board).all(), leftOut.live(board).all(), populations.live(board).all())
}

/** Every seat of a list, those that populations ask for last. */
export function seatsIn(list: SeatList): readonly Seat[] {
  return [...list.sectors, ...list.populations].flatMap(({ seats }) => seats)
}

/** The name under which something of the recommended team is left out. */
export function leftOutId(id: string): LeftOutId {
  return `out_${id}`
}

function seatOf({ id, name, sector = '', level }: OwnSeat): Seat {
  return { id, name, sector, level }
}
