import type * as Y from 'yjs'
import type { Actor } from '../../shared/access/actor'
import { newId } from '../../shared/doc/ids'
import { ordersAfter } from '../../shared/doc/order'
import { partners } from '../../shared/tools/partners/collections'
import { duties } from '../../shared/tools/roles/collections'
import type { ChartId } from '../../shared/tools/roles/schema'

/** Puts partners on the roster and returns their ids, in order. */
export function addManyPartners(board: Y.Doc, actor: Actor, count: number): readonly string[] {
  return ordersAfter(null, count).map((order, index) => {
    const id = newId('partner')
    partners.put(board, {
      id,
      name: `${places[index % places.length]} ${kinds[index % kinds.length]} ${index + 1}`,
      hoursPerMonth: 4 + (index % 40),
      seats: [],
      order,
      authorId: actor.id,
    })
    return id
  })
}

/** A RACI chart in which no cell is empty; one row in ten has nobody accountable, one in ten has two. */
export function addFullChart(board: Y.Doc, chartId: ChartId, rows: number, parties: readonly string[]): void {
  board.transact(() => {
    for (const [row, order] of ordersAfter(null, rows).entries()) {
      const owners = ownersOf(row).map((place) => parties[place % parties.length] ?? '')
      const others = parties.filter((party) => !owners.includes(party))
      duties.put(board, {
        id: newId('duty'),
        chartId,
        label: `Keep promise number ${row + 1} to those who learn`,
        group: `Part ${Math.floor(row / 20) + 1}`,
        order,
        cells: Object.fromEntries(others.map((party, column) => [party, letterAt(row + column)])),
        claims: Object.fromEntries(owners.map((party) => [party, 1])),
        ...(owners[0] === undefined ? {} : { holder: owners[0] }),
      })
    }
  })
}

const places = ['Copper Basin', 'Heron’s Bend', 'Red Mesa', 'Cedar Wash', 'North Valley']
const kinds = ['Community College', 'One Stop', 'Native Center', 'Hospital', 'Chamber of Commerce', 'Workforce Program', 'School District']

function ownersOf(row: number): readonly number[] {
  if (row % 10 === 3) return []
  return row % 10 === 5 ? [row * 7, row * 7 + 1] : [row * 7]
}

function letterAt(place: number): string {
  if (place % 13 === 0) return 'R'
  return place % 17 === 0 ? 'C' : 'I'
}
