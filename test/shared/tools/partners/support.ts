import * as Y from 'yjs'
import { partners } from '../../../../shared/tools/partners/collections'
import { importPartners } from '../../../../shared/tools/partners/commands'
import { guessMapping, type PartnerPlan, planImport } from '../../../../shared/tools/partners/import'
import { seatListIn } from '../../../../shared/tools/partners/seat-list'
import { person } from '../../../support/boards'
import { readTable, sampleText } from '../../../support/sample'

export const rosa = person('rosa', 'facilitator')

/** What importing this text would do to a board. */
export function plan(text: string, board: Y.Doc = new Y.Doc()): PartnerPlan {
  const { header, rows } = readTable(text)
  return planImport(header, rows, guessMapping(header), partners.all(board), seatListIn(board))
}

/** The day on which the tests import. */
export const importDay = '2026-11-23'

/** A board with a text imported; proposed seats are confirmed when asked for. */
export function importedBoard(text: string, confirmSeats = false, board: Y.Doc = new Y.Doc()): Y.Doc {
  const { rows } = plan(text, board)
  importPartners(
    board,
    rosa,
    rows.map((row) => (confirmSeats ? { ...row, fields: { ...row.fields, seats: [...row.fields.seats, ...row.proposedSeats] } } : row)),
    importDay,
  )
  return board
}

export const copperBasin = () => sampleText('copper-basin', 'partners.csv')
export const cascadia = () => sampleText('cascadia', 'partners.csv')
