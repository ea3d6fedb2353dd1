import * as Y from 'yjs'
import { charts, duties } from '../../../../shared/tools/roles/collections'
import { importDuties } from '../../../../shared/tools/roles/commands'
import { type DutyPlan, guessMapping, planImport } from '../../../../shared/tools/roles/import'
import { modelOf } from '../../../../shared/tools/roles/models'
import type { ChartId, Duty } from '../../../../shared/tools/roles/schema'
import { dutiesOf } from '../../../../shared/tools/roles/selectors'
import type { Party } from '../../../../shared/tools/tool'
import { person } from '../../../support/boards'
import { readTable, sampleText } from '../../../support/sample'

export const rosa = person('rosa', 'facilitator')
export const chartId: ChartId = 'chart_main'

export function party(name: string, hoursPerMonth?: number): Party {
  const id = `partner_${name.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 40)}`
  return { id, name, sector: '', level: '', ...(hoursPerMonth === undefined ? {} : { hoursPerMonth }) }
}

/** The copper basin's partners, with their hours. */
export const basin: readonly Party[] = readTable(sampleText('copper-basin', 'partners.csv')).rows.map(({ cells }) =>
  party(cells[0] ?? '', Number(cells[5])),
)

export function modelIn(board: Y.Doc) {
  return modelOf(charts.get(board, chartId)?.model)
}

export function rowsIn(board: Y.Doc): readonly Duty[] {
  return dutiesOf(duties.all(board), chartId)
}

export function rowIn(board: Y.Doc, label: string): Duty {
  const duty = rowsIn(board).find((each) => each.label === label)
  if (!duty) throw new Error(`no row ${label}`)
  return duty
}

/** What importing this text into the board's chart would do. */
export function plan(text: string, board: Y.Doc = new Y.Doc(), parties = basin): DutyPlan {
  const { header, rows } = readTable(text)
  return planImport(header, rows, guessMapping(header, parties), modelIn(board), rowsIn(board))
}

export function importedBoard(text: string, board = new Y.Doc(), parties = basin): Y.Doc {
  importDuties(board, rosa, chartId, plan(text, board, parties).rows, 1_000)
  return board
}

export const rolesText = () => sampleText('copper-basin', 'roles.csv')
export const flawedText = () => sampleText('copper-basin', 'roles-flawed.csv')
