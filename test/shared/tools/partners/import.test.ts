import { fc, test } from '@fast-check/vitest'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readCsv } from '../../../../shared/doc/csv'
import { partners, teamMoves } from '../../../../shared/tools/partners/collections'
import { addPartner, importPartners } from '../../../../shared/tools/partners/commands'
import { rosterCsv } from '../../../../shared/tools/partners/export'
import { planImport } from '../../../../shared/tools/partners/import'
import { movesOf } from '../../../../shared/tools/partners/moves'
import { levels, seats, sectors, teams } from '../../../../shared/tools/partners/recommended-team'
import type { MoveFields } from '../../../../shared/tools/partners/schema'
import { onRoster } from '../../../../shared/tools/partners/selectors'
import { cascadia, copperBasin, importDay, importedBoard, plan, rosa } from './support'

const withoutMark = (csv: string) => csv.replace(/^\uFEFF/, '')
const head = 'name,sector,level,team,contact,capacity_hours_per_month\r\n'

describe('importing partners', () => {
  it('[PARTNERS-7] reads the copper basin', () => {
    const { rows, problems } = plan(copperBasin())
    expect(problems).toEqual([])
    expect(rows).toHaveLength(12)
    expect(rows[6]?.fields).toEqual({
      name: "Heron's Bend Nation Workforce Program (WIA)",
      sector: 'workforce-development',
      level: 'tribal',
      team: 'leadership',
      contact: 'Workforce Program Manager',
      hoursPerMonth: 16,
      seats: [],
      note: undefined,
    })
  })

  it('[PARTNERS-7] reads the 60 partners of cascadia, zero hours included', () => {
    const { rows, problems } = plan(cascadia())
    expect([rows.length, problems.length]).toEqual([60, 0])
    expect(rows.filter(({ fields }) => fields.hoursPerMonth === 0)).toHaveLength(2)
  })

  it('[PARTNERS-7] takes labels, other case, other spelling and other headers', () => {
    const { rows, problems } = plan('Organisation;Sector;Ring;Hours\nHousing First;COMMUNITY ORGANISATIONS;Stakeholder;2,5\n')
    expect(problems).toEqual([])
    expect(rows[0]?.fields).toMatchObject({
      name: 'Housing First',
      sector: 'community-based-organizations',
      team: 'stakeholders',
      hoursPerMonth: 2.5,
    })
  })

  it('[PARTNERS-8] completes partners that are known by name and takes nothing away', () => {
    const board = new Y.Doc()
    addPartner(board, rosa, { name: 'Copper County One Stop', contact: 'Front desk', seats: [], note: 'Kept' })
    const { rows } = plan(`${head}copper county ONE STOP,workforce-development,local,,,\r\n`, board)
    importPartners(board, rosa, rows, importDay)
    expect(partners.all(board)).toMatchObject([
      { name: 'Copper County One Stop', sector: 'workforce-development', level: 'local', contact: 'Front desk', note: 'Kept' },
    ])
  })

  it('[PARTNERS-9] reports each bad cell by line, column and value', () => {
    const { rows, problems } = plan(
      `${head}"A\r\nB",education,local,,,\r\nValley College,learning,county,crew,Dean,many\r\n,education,,,,\r\nValley  college,,,,,\r\nHousing First,,,,,\r\n`,
    )
    expect(problems.map(({ line, column, value, remedy }) => [line, column, value, remedy])).toEqual([
      [4, 'sector', 'learning', 'empty'],
      [4, 'level', 'county', 'empty'],
      [4, 'team', 'crew', 'empty'],
      [4, 'capacity_hours_per_month', 'many', 'empty'],
      [5, 'name', '', 'row'],
      [6, 'name', 'Valley  college', 'row'],
    ])
    expect(problems[0]?.message).toBe(
      '“learning” is none of: Workforce development, Education, Human services, Community organisations, Employers, Economic development.',
    )
    expect(problems[5]?.message).toBe('This partner stands on line 4 already.')
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 7])
    expect(rows[1]?.fields).toEqual({ name: 'Valley College', contact: 'Dean', seats: [] })
  })

  it('[PARTNERS-9] leaves out a row that is wider than the header', () => {
    const { rows, problems } = plan(`${head}Housing, First,education,local,,Dean,4\r\nFine,,,,,\r\n`)
    expect(problems).toMatchObject([{ line: 2, remedy: 'row', message: expect.stringMatching(/7 cells, but there are 6 columns/) }])
    expect(rows.map(({ fields }) => fields.name)).toEqual(['Fine'])
  })

  it('[PARTNERS-9] asks for the column of names when no header says it', () => {
    expect(plan('what,where\nValley College,here\n').refusal).toMatch(/No column holds the names/)
    expect(planImport(['what', 'where'], [{ line: 2, cells: ['Valley College', 'here'] }], ['name', null], []).rows).toHaveLength(1)
  })
})

describe('moves in a file', () => {
  const moved = (board: Y.Doc) => teamMoves.all(board).map(({ on, from, to, reason }) => [on, from, to, reason])

  it('[PARTNERS-29] are read with day and reason, once however often they are imported', () => {
    const board = new Y.Doc()
    const text =
      'name,team,moves\nValley College,leadership,"2025-01-02 none to operations\n2026-03-04 Operations to leadership: new dean"\n'
    for (let times = 0; times < 2; times++) importPartners(board, rosa, plan(text, board).rows, importDay)
    expect(moved(board)).toEqual([
      ['2025-01-02', undefined, 'operations', undefined],
      ['2026-03-04', 'operations', 'leadership', 'new dean'],
    ])
  })

  it('[PARTNERS-29] are made on the day of the import when a known partner stands in another ring', () => {
    const board = importedBoard('name,team\nValley College,operations\nHousing First,\n')
    expect(moved(board)).toEqual([])
    importPartners(board, rosa, plan('name,team\nvalley college,leadership\nHousing First,\n', board).rows, importDay)
    expect(moved(board)).toEqual([[importDay, 'operations', 'leadership', 'Imported']])
  })

  it('[PARTNERS-9] are reported where they cannot be read', () => {
    for (const cell of ['2025-02-31 none to operations', '2025-01-02 none to crew', '2025-01-02 none to none', 'last year']) {
      expect(plan(`name,moves\nValley College,${cell}\n`).problems).toMatchObject([{ line: 2, column: 'moves', remedy: 'empty' }])
    }
    expect(plan('name,joined_on\nValley College,soon\n').problems).toMatchObject([{ column: 'joined_on', value: 'soon' }])
  })
})

describe('a file that is no roster', () => {
  it('[PARTNERS-16] is refused when there would be more partners than a roster holds', () => {
    const rows = (count: number) => `name\n${Array.from({ length: count }, (_, index) => `Partner ${index}`).join('\n')}\n`
    expect(plan(rows(500)).rows).toHaveLength(500)
    expect(plan(rows(501)).refusal).toBe('With this file there would be 501 partners. A roster holds at most 500.')
  })
})

describe('a long file', () => {
  const rows = (count: number) =>
    `${head}${Array.from({ length: count }, (_, index) => `Partner ${index % 400},education,local,operations,Dean,4`).join('\r\n')}\r\n`

  it('[PARTNERS-31] of 5,000 rows is looked through in less than a second, twice the same name told once a line', () => {
    const text = rows(5_000)
    const startedAtMs = performance.now()
    const { rows: planned, problems } = plan(text)
    const tookMs = performance.now() - startedAtMs
    expect([planned.length, problems.length]).toEqual([400, 4_600])
    expect(tookMs).toBeLessThan(1_000)
  })

  it('[PARTNERS-31] of 10,000 rows is refused with a sentence', () => {
    expect(readCsv(new TextEncoder().encode(rows(10_000)))).toEqual({
      state: 'refused',
      message: 'This file has 10000 rows. At most 5000 can be imported at once.',
    })
  })
})

describe('exporting partners', () => {
  it('[PARTNERS-11] gives the samples back byte for byte', () => {
    for (const sample of [copperBasin(), cascadia()]) expect(withoutMark(rosterCsv(partners.all(importedBoard(sample)), []))).toBe(sample)
  })

  const oneOf = (options: readonly { readonly id: string }[]) =>
    fc.option(fc.constantFrom(...options.map(({ id }) => id)), { nil: undefined })
  const text = (maxLength: number) =>
    fc
      .oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
        fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', "'", '\n', '＝', 'a', ' '), minLength: 1, maxLength }),
      )
      .map((words) => words.trim())
      .filter((words) => words !== '')
  const entry = text(30)
    .map((words) => words.replace(/[;\r\n]/g, '').trim())
    .filter((words) => words !== '')
  const entries = fc.option(fc.uniqueArray(entry, { minLength: 1, maxLength: 4 }), { nil: undefined })
  const day = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((at) => at.toISOString().slice(0, 10))
  const reason = text(30)
    .map((words) => words.replace(/[\r\n]/g, '').trim())
    .filter((words) => words !== '')
  const move = fc
    .record({ on: day, from: oneOf(teams), to: oneOf(teams), reason: fc.option(reason, { nil: undefined }) })
    .filter(({ from, to }) => from !== to)
    .map((told) => told as MoveFields) // teams are drawn from their own ids
  const anyPartner = fc.record({
    name: fc.tuple(fc.nat(), text(30)).map(([number, words]) => `${words} a${number}`.trim()),
    sector: oneOf(sectors),
    level: oneOf(levels),
    team: oneOf(teams),
    contact: fc.option(text(30), { nil: undefined }),
    hoursPerMonth: fc.option(fc.integer({ min: 0, max: 744 }), { nil: undefined }),
    seats: fc.uniqueArray(fc.constantFrom(...seats.map(({ id }) => id)), { maxLength: 4 }),
    people: entries,
    populations: entries,
    skills: entries,
    backing: fc.option(fc.constantFrom('champion', 'endorser'), { nil: undefined }),
    goals: fc.option(text(60), { nil: undefined }),
    measures: fc.option(text(60), { nil: undefined }),
    pledgedMoney: fc.option(text(60), { nil: undefined }),
    note: fc.option(text(60), { nil: undefined }),
    joinedOn: fc.option(day, { nil: undefined }),
    moves: fc.array(move, { maxLength: 3 }),
  })

  test.prop([
    fc.uniqueArray(anyPartner, {
      minLength: 1,
      maxLength: 8,
      selector: ({ name }) =>
        name
          .replace(/[^a-z0-9]+/gi, ' ')
          .trim()
          .toLowerCase(),
    }),
  ])('[PARTNERS-11] brings any roster back equal, with no cell that starts as a formula', (roster) => {
    const board = new Y.Doc()
    importPartners(
      board,
      rosa,
      roster.map(({ moves, ...fields }) => ({ fields: fields as never, moves })),
      importDay,
    ) // level and team are drawn from their own ids
    const csv = rosterCsv(partners.all(board), teamMoves.all(board))
    const cells = Papa.parse<string[]>(csv, { delimiter: ',' }).data.flat()
    expect(cells.filter((cell) => /^[\s"]*[=+\-@＝]/.test(cell))).toEqual([])
    const again = importedBoard(csv)
    const said = (doc: Y.Doc) => onRoster(partners.all(doc)).map(({ id, order, ...rest }) => rest)
    expect(said(again)).toEqual(said(board))
    const moved = (doc: Y.Doc) =>
      onRoster(partners.all(doc)).map(({ id }) =>
        movesOf(teamMoves.all(doc), id).map(({ on, from, to, reason: why }) => [on, from, to, why]),
      )
    expect(moved(again)).toEqual(moved(board))
  })
})
