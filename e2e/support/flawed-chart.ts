import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Doc } from 'yjs'
import type { Actor } from '../../shared/access/actor'
import { readCsv } from '../../shared/doc/csv'
import { newId } from '../../shared/doc/ids'
import { ordersAfter } from '../../shared/doc/order'
import { partners } from '../../shared/tools/partners/collections'
import { duties } from '../../shared/tools/roles/collections'
import type { ChartId } from '../../shared/tools/roles/schema'

const samples = join(import.meta.dirname, '..', '..', 'server', 'demo', 'copper-basin')

/** Puts the copper basin's twelve partners on the roster; their ids by name. */
export function addBasinPartners(board: Doc, authorId: Actor['id']): ReadonlyMap<string, string> {
  const rows = read('partners.csv').slice(1)
  const orders = ordersAfter(null, rows.length)
  return new Map(
    rows.map(([name = '', sector = '', , , , hours], index) => {
      const id = newId('partner')
      partners.put(board, { id, name, sector, hoursPerMonth: Number(hours), seats: [], order: orders[index] ?? 'a0', authorId })
      return [name, id]
    }),
  )
}

/** Those rows of the flawed chart that fall to one of `people`, written as that person's own hands would. */
export function fillShare(board: Doc, chartId: ChartId, ids: ReadonlyMap<string, string>, person: number, people: number): void {
  const [head = [], ...rows] = read('roles-flawed.csv')
  const orders = ordersAfter(null, rows.length)
  for (const [index, [label = '', ...letters]] of rows.entries()) {
    if (index % people !== person) continue
    const cells: Record<string, string> = {}
    const claims: Record<string, number> = {}
    for (const [column, held] of letters.entries()) {
      const party = ids.get(head[column + 1] ?? '') ?? ''
      const typed = held.split('/').filter((letter) => /^[RCI]$/.test(letter))
      if (held.split('/').includes('A')) claims[party] = 1
      if (typed.length > 0) cells[party] = typed.join('/')
    }
    const [holder] = Object.keys(claims)
    duties.put(board, { id: newId('duty'), chartId, label, order: orders[index] ?? 'a0', cells, claims, ...(holder ? { holder } : {}) })
  }
}

function read(name: string): readonly (readonly string[])[] {
  const reading = readCsv(readFileSync(join(samples, name)))
  if (reading.state === 'refused') throw new Error(reading.message)
  return [reading.header, ...reading.rows.map(({ cells }) => cells)]
}
