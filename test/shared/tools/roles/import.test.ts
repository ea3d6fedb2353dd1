import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { limits } from '../../../../shared/sync/limits'
import { duties } from '../../../../shared/tools/roles/collections'
import { addDuty, assign, importDuties } from '../../../../shared/tools/roles/commands'
import { chartCsv } from '../../../../shared/tools/roles/export'
import { guessMapping, planImport, readLetters } from '../../../../shared/tools/roles/import'
import { contestedBy, holderOf, lettersOf } from '../../../../shared/tools/roles/letters'
import { modelOf } from '../../../../shared/tools/roles/models'
import { mostDuties } from '../../../../shared/tools/roles/schema'
import { readTable } from '../../../support/sample'
import { basin, chartId, flawedText, importedBoard, modelIn, party, plan, rolesText, rosa, rowIn, rowsIn } from './support'

const raci = modelOf('raci')

describe('importing a role chart', () => {
  it('[ROLES-10] reads 18 responsibilities of 12 partners', () => {
    const board = importedBoard(rolesText())
    expect(rowsIn(board)).toHaveLength(18)
    const convene = rowIn(board, 'Convene and run leadership meetings')
    expect(holderOf(convene)).toBe(basin[0]?.id)
    expect(convene.cells).toMatchObject({ [basin[0]?.id ?? '']: 'R', [basin[1]?.id ?? '']: 'I' })
  })

  it('[ROLES-10] leaves out columns of partners that are not on the roster', () => {
    const { header, rows } = readTable('Responsibility,Copper County One Stop,Somebody Else\nRecruit,A,R\n')
    const mapping = guessMapping(header, basin)
    expect(mapping).toEqual(['responsibility', basin[1]?.id, null])
    const { rows: planned, problems } = planImport(header, rows, mapping, raci, [])
    expect(problems).toEqual([])
    expect([...(planned[0]?.letters ?? [])]).toEqual([[basin[1]?.id, ['A']]])
    expect(planImport(header, rows, ['responsibility', null, null], raci, []).refusal).toMatch(/No column belongs to a partner/)
    expect(planImport(header, rows, [null, 'partner_a', null], raci, []).refusal).toMatch(/No column holds the responsibilities/)
  })

  it('[ROLES-11] reports the letter X of the flawed chart by line and column, and would leave that cell empty', () => {
    const { rows, problems } = plan(flawedText())
    expect(problems).toEqual([
      {
        line: 18,
        column: 'Community mental health organizations (employer feedback group)',
        value: 'X',
        message: '“X” is no letter of RACI (R, A, C, I).',
        remedy: 'empty',
      },
    ])
    const update = rows.find(({ label }) => label === 'Send the weekly update')
    expect(update?.letters.size).toBe(11)
  })

  it('[ROLES-11] reads letters in many spellings, and says what may stand together', () => {
    for (const value of ['A/R', 'R/A', 'AR', 'a, r', 'Accountable/Responsible'])
      expect(readLetters(raci, value)).toEqual({ letters: ['R', 'A'] })
    expect(readLetters(raci, 'R/C')).toEqual({ fault: '“R/C” cannot stand in one cell of RACI. Only A/R may stand together.' })
    expect(readLetters(modelOf('lead-support'), 'L/S')).toEqual({ fault: '“L/S” cannot stand in one cell of Lead and support.' })
  })

  it('[ROLES-11] leaves out rows without a responsibility, with one that stands twice, or wider than the header', () => {
    const { rows, problems } = plan('responsibility,Copper County One Stop\n,A\nRecruit,A\nrecruit!,R\nTeach,A,R\n')
    expect(problems.map(({ line, remedy }) => [line, remedy])).toEqual([
      [2, 'row'],
      [4, 'row'],
      [5, 'row'],
    ])
    expect(rows.map(({ label }) => label)).toEqual(['Recruit'])
  })

  it('[ROLES-12] keeps both accountables of a row: one holds, the other is contested', () => {
    const board = importedBoard(flawedText())
    const duty = rowIn(board, 'Contact and involve employers')
    expect(holderOf(duty)).toBe(basin[0]?.id)
    expect(contestedBy(duty)).toEqual([basin[1]?.id])
  })

  it('[ROLES-24] replaces the cells of a chart by those of the file, so that a lost once-only letter is lost in the chart too', () => {
    const board = importedBoard(rolesText())
    const [center, oneStop] = basin.map(({ id }) => id)
    expect(holderOf(rowIn(board, 'Recruit participants'))).toBe(center)
    importedBoard(flawedText(), board)
    const recruit = rowIn(board, 'Recruit participants')
    expect([holderOf(recruit), recruit.claims]).toEqual([undefined, {}])
    expect(recruit.cells).toMatchObject({ [center ?? '']: 'R', [oneStop ?? '']: 'R' })
  })

  it('[ROLES-24] keeps what stands where the file is empty, and counts those cells', () => {
    const board = importedBoard('responsibility,Copper County One Stop,Red Mesa Resort\nRecruit,A/R,C\nTeach,A,\n')
    const [, oneStop] = basin
    const text = 'responsibility,Copper County One Stop,Red Mesa Resort\nRecruit,,I\nTeach,,A\n'
    expect(plan(text, board).kept).toBe(1)
    importedBoard(text, board)
    expect(holderOf(rowIn(board, 'Recruit'))).toBe(oneStop?.id)
    expect(Object.values(rowIn(board, 'Recruit').cells).sort()).toEqual(['I', 'R'])
    expect(Object.keys(rowIn(board, 'Teach').claims)).toHaveLength(1)
    expect(holderOf(rowIn(board, 'Teach'))).not.toBe(oneStop?.id)
  })

  it('[ROLES-24] counts as kept exactly the cells whose letters are the same after the import', () => {
    const before = 'responsibility,Copper County One Stop,Red Mesa Resort,Basin Physicians Healthcare\n'
    const board = importedBoard(`${before}Recruit,A/R,C,I\nTeach,R,C,\n`)
    const letters = () => rowsIn(board).flatMap((duty) => basin.map(({ id }) => lettersOf(duty, id, modelIn(board)).join('')))
    const old = letters()
    const text = `${before}Recruit,,A,\nTeach,X,,\n`
    // Recruit: one stop loses A to the resort and keeps R; the physicians keep I. Teach: X is no letter, C is left alone.
    expect(plan(text, board).kept).toBe(3)
    importedBoard(text, board)
    expect(letters().filter((now, cell) => now !== '' && now === old[cell])).toHaveLength(3)
  })

  it('[ROLES-10] fills rows that are there already and takes nothing away where the file is empty', () => {
    const board = new Y.Doc()
    const id = addDuty(board, rosa, chartId, 'Recruit participants')
    assign(board, rosa, id, basin[3]?.id ?? '', 1)
    importDuties(board, rosa, chartId, plan('responsibility,group,Copper County One Stop\nrecruit PARTICIPANTS,Run,R\n', board).rows, 2)
    expect(duties.all(board)).toMatchObject([{ id, group: 'Run', holder: basin[3]?.id, cells: { [basin[1]?.id ?? '']: 'R' } }])
  })
})

describe('a very large chart', () => {
  const wide = Array.from({ length: 60 }, (_, index) => party(`Partner ${index}`))
  const csv = (rows: number) =>
    [
      ['responsibility', ...wide.map(({ name }) => name)].join(','),
      ...Array.from({ length: rows }, (_, row) => [`Row ${row}`, 'A/R', ...wide.slice(1).map(() => 'C')].join(',')),
    ].join('\n')

  it('[ROLES-23] goes in by updates of at most 1 MiB and 20 000 parts, and out again in one step', async () => {
    const board = new Y.Doc()
    const undo = new PersonUndo([duties.name])
    undo.track(board)
    const updates: Uint8Array[] = []
    board.on('update', (update: Uint8Array) => updates.push(update))
    const { rows } = plan(csv(mostDuties), board, wide)
    await undo.group(board, async () => importDuties(board, rosa, chartId, rows, 1))
    expect(rowsIn(board)).toHaveLength(mostDuties)
    for (const update of updates) {
      expect(update.byteLength).toBeLessThan(limits.updateBytes)
      expect(Y.decodeUpdate(update).structs.length).toBeLessThan(20_000)
    }
    undo.undo()
    expect(rowsIn(board)).toEqual([])
  })

  it('[ROLES-23] is refused when it is larger still', () => {
    expect(plan(csv(mostDuties + 1), new Y.Doc(), wide).refusal).toBe(
      'With this file there would be 501 responsibilities. A chart holds at most 500.',
    )
  })
})

describe('exporting a role chart', () => {
  it.each([
    ['roles.csv', rolesText],
    ['roles-flawed.csv', flawedText],
  ])('[ROLES-13] brings %s back equal', (_name, text) => {
    const board = importedBoard(text())
    const csv = chartCsv(modelIn(board), rowsIn(board), basin)
    const again = importedBoard(csv)
    const said = (doc: Y.Doc) => rowsIn(doc).map(({ label, cells, holder, claims }) => ({ label, cells, holder, claims }))
    expect(said(again)).toEqual(said(board))
    expect(csv.replace(/^\uFEFF/, '')).toBe(text().replace(',X,', ',,'))
  })

  it('[ROLES-13] keeps headings, and labels that look like formulas', () => {
    const board = new Y.Doc()
    addDuty(board, rosa, chartId, '=SUM(A1)', 'Lead')
    addDuty(board, rosa, chartId, 'Run, "fast"', '+Run')
    const csv = chartCsv(raci, rowsIn(board), basin)
    expect(csv).not.toMatch(/(^|[\n,])=/)
    expect(rowsIn(importedBoard(csv)).map(({ label, group }) => [label, group])).toEqual([
      ['=SUM(A1)', 'Lead'],
      ['Run, "fast"', '+Run'],
    ])
  })
})
