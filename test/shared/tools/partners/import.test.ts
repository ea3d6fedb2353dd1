import { fc, test } from '@fast-check/vitest'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner, importPartners } from '../../../../shared/tools/partners/commands'
import { rosterCsv } from '../../../../shared/tools/partners/export'
import { planImport } from '../../../../shared/tools/partners/import'
import { levels, seats, sectors, teams } from '../../../../shared/tools/partners/recommended-team'
import { onRoster } from '../../../../shared/tools/partners/selectors'
import { cascadia, copperBasin, importedBoard, plan, rosa } from './support'

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
    importPartners(board, rosa, rows)
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

describe('a file that is no roster', () => {
  it('[PARTNERS-16] is refused when there would be more partners than a roster holds', () => {
    const rows = (count: number) => `name\n${Array.from({ length: count }, (_, index) => `Partner ${index}`).join('\n')}\n`
    expect(plan(rows(500)).rows).toHaveLength(500)
    expect(plan(rows(501)).refusal).toBe('With this file there would be 501 partners. A roster holds at most 500.')
  })
})

describe('exporting partners', () => {
  it('[PARTNERS-11] gives the samples back byte for byte', () => {
    for (const sample of [copperBasin(), cascadia()]) expect(withoutMark(rosterCsv(partners.all(importedBoard(sample))))).toBe(sample)
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
      roster.map((fields) => ({ fields: fields as never })),
    ) // level and team are drawn from their own ids
    const csv = rosterCsv(partners.all(board))
    const cells = Papa.parse<string[]>(csv, { delimiter: ',' }).data.flat()
    expect(cells.filter((cell) => /^[\s"]*[=+\-@＝]/.test(cell))).toEqual([])
    const again = importedBoard(csv)
    const said = (doc: Y.Doc) => onRoster(partners.all(doc)).map(({ id, order, ...rest }) => rest)
    expect(said(again)).toEqual(said(board))
  })
})
