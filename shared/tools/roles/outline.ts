import type { Block, OutlineSection } from '../../doc/outline'
import { plain } from '../../doc/outline'
import type { Party } from '../tool'
import { cellText, lettersOf } from './letters'
import { loads, usualHours } from './load'
import type { RoleModel } from './models'
import { chartModel } from './own'
import { findingsOf } from './rules'
import type { Chart, Duty } from './schema'
import { dutiesOf, inReadingOrder, usedCharts } from './selectors'

/** A page holds the responsibility and at most this many partners beside it. */
const mostPerTable = 6

/** The chapter on roles: for each chart the letters, the matrix in parts, what is open, and who carries most. */
export function rolesOutline(charts: readonly Chart[], all: readonly Duty[], parties: readonly Party[]): readonly OutlineSection[] {
  const used = usedCharts(charts, all)
  if (used.length === 0) return []
  const blocks = used.flatMap(({ id, chart }) => chartBlocks(chart, inReadingOrder(dutiesOf(all, id)), parties, used.length > 1))
  return [{ part: 'roles', title: 'Roles', blocks }]
}

function chartBlocks(chart: Chart | undefined, rows: readonly Duty[], parties: readonly Party[], titled: boolean): Block[] {
  const model = chartModel(chart)
  const title = chart?.title || `Role chart (${model.label})`
  const findings = findingsOf(model, rows, parties)
  const labels = new Map(rows.map(({ id, label }) => [id as string, label]))
  const open = findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ dutyId, message }) => (dutyId ? `${labels.get(dutyId) ?? ''}: ${message}` : message))
  return [
    ...(titled ? [heading(title)] : []),
    paragraph(model.letters.map(({ letter, name, meaning }) => `${letter} (${name}): ${meaning}`).join(' ')),
    ...matrixTables(model, rows, parties),
    ...factBlocks(rows),
    heading('What is still open'),
    open.length === 0 ? paragraph('Every responsibility has what its chart asks for.') : list(open),
    ...loadBlocks(model, rows, parties),
  ]
}

/** The matrix, cut by partners so that each part fits the width of a page. */
function matrixTables(model: RoleModel, rows: readonly Duty[], parties: readonly Party[]): Block[] {
  const parts = Math.max(1, Math.ceil(parties.length / mostPerTable))
  const perTable = Math.ceil(parties.length / parts)
  return Array.from({ length: parts }, (_, part): Block => {
    const shown = parties.slice(part * perTable, (part + 1) * perTable)
    const first = part * perTable + 1
    const range = parts === 1 ? '' : `, partners ${first} to ${first + shown.length - 1} of ${parties.length}`
    return {
      type: 'table',
      caption: `Responsibilities by partner${range}`,
      head: ['Responsibility', ...shown.map(({ name }) => name)].map(plain),
      rows: rows.map((duty) => [
        plain(duty.group ? `${duty.group}: ${duty.label}` : duty.label),
        ...shown.map(({ id }) => plain(cellText(model, lettersOf(duty, id, model)))),
      ]),
    }
  })
}

/** What the responsibilities take, where somebody said so. */
function factBlocks(rows: readonly Duty[]): Block[] {
  const said = rows.filter(({ hoursPerMonth, skill }) => hoursPerMonth !== undefined || skill !== undefined)
  if (said.length === 0) return []
  return [
    {
      type: 'table',
      caption: 'What responsibilities take, of each partner that works in them',
      head: ['Heading', 'Responsibility', 'Hours a month', 'Skill it asks for'].map(plain),
      rows: said.map(({ group = '', label, hoursPerMonth = usualHours, skill = '' }) =>
        [group, label, String(hoursPerMonth), skill].map(plain),
      ),
    },
  ]
}

function loadBlocks(model: RoleModel, rows: readonly Duty[], parties: readonly Party[]): Block[] {
  const carrying = loads(model, rows, parties).filter(({ works }) => works > 0)
  if (carrying.length === 0) return []
  const once = model.letters.find(({ letter }) => letter === model.once)?.name ?? model.once
  return [
    heading('Who carries what'),
    {
      type: 'table',
      caption: 'Responsibilities and hours by partner',
      head: ['Partner', once, 'Takes part in', 'Takes hours', 'Has hours a month'].map(plain),
      rows: carrying.map(({ party, leads, works, hours }) =>
        [party.name, String(leads), String(works), String(hours), String(party.hoursPerMonth ?? '')].map(plain),
      ),
    },
  ]
}

function heading(text: string): Block {
  return { type: 'heading', level: 3, text: plain(text) }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', text: plain(text) }
}

function list(items: readonly string[]): Block {
  return { type: 'list', ordered: false, items: items.map((text) => ({ blocks: [paragraph(text)] })) }
}
