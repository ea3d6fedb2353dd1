import { type Block, type Cell, plain } from '../../doc/outline'
import { joined, plural } from '../../doc/words'
import type { Fill, Party } from '../tool'
import { lettersOf } from './letters'
import type { RoleModel } from './models'
import { chartModel } from './own'
import { findingsOf } from './rules'
import type { Chart, Duty } from './schema'
import { dutiesOf, inReadingOrder, usedCharts } from './selectors'

/** The role charts read row by row: who does what, by name. */
export function rolesFills(charts: readonly Chart[], all: readonly Duty[], parties: readonly Party[]): readonly Fill[] {
  const used = usedCharts(charts, all).map(({ id, chart }) => ({
    chart,
    model: chartModel(chart),
    rows: inReadingOrder(dutiesOf(all, id)),
  }))
  if (used.length === 0) return []
  const count = used.reduce((sum, { rows }) => sum + rows.length, 0)
  const blocks = used.flatMap(({ chart, model, rows }): Block[] => [
    ...(used.length > 1 ? [heading(chart?.title || `Role chart (${model.label})`)] : []),
    namesTable(model, rows, parties),
  ])
  return [
    {
      from: 'roleChart',
      words: `the role chart with ${plural(count, 'responsibility', 'responsibilities')}`,
      blocks,
      open: used.flatMap(({ model, rows }) => openRows(model, rows, parties)),
    },
  ]
}

/** One row a responsibility, one column a letter, and in the cells the names of those who have it. */
function namesTable(model: RoleModel, rows: readonly Duty[], parties: readonly Party[]): Block {
  const letters = [...model.letters].sort((a, b) => Number(b.letter === model.once) - Number(a.letter === model.once))
  return {
    type: 'table',
    head: ['Responsibility', ...letters.map(({ name }) => name)].map(plain),
    rows: rows.map((duty): Cell[] => [
      plain(duty.label),
      ...letters.map(({ letter }) =>
        plain(joined(parties.filter(({ id }) => lettersOf(duty, id, model).includes(letter)).map(({ name }) => name))),
      ),
    ]),
  }
}

function openRows(model: RoleModel, rows: readonly Duty[], parties: readonly Party[]): readonly string[] {
  const labels = new Map<string, string>(rows.map(({ id, label }) => [id, label]))
  return findingsOf(model, rows, parties)
    .filter(({ severity }) => severity === 'error')
    .map(({ dutyId = '', message }) => `${labels.get(dutyId) ?? 'Role chart'}: ${message}`)
}

function heading(text: string): Block {
  return { type: 'heading', level: 2, text: plain(text) }
}
