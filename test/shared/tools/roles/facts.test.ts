import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { writeCsv } from '../../../../shared/doc/csv'
import { duties } from '../../../../shared/tools/roles/collections'
import { addDuties, setCell } from '../../../../shared/tools/roles/commands'
import { chartCsv } from '../../../../shared/tools/roles/export'
import { rolesOutline } from '../../../../shared/tools/roles/outline'
import { basin, chartId, importedBoard, modelIn, plan, rosa, rowIn, rowsIn } from './support'

const shown = basin.slice(0, 4)
const words = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'abcÅß =+-@\'",;\n0'), minLength: 1, maxLength })
    .map((text) => text.trim())
    .filter((text) => text !== '')
const duty = fc.record(
  {
    label: words(30),
    group: fc.constantFrom('Lead', 'Run, "fast"', '=Sum'),
    hoursPerMonth: fc.oneof(fc.integer({ min: 0, max: 744 }), fc.double({ min: 0, max: 744, noNaN: true })),
    skill: words(20),
    letters: fc.array(fc.constantFrom('', 'A/R', 'A', 'R', 'C', 'I'), { minLength: 4, maxLength: 4 }),
  },
  { requiredKeys: ['label', 'letters'] },
)
/** A label is found again whatever its case and punctuation, so two may not differ in those alone. */
const sameLabel = ({ label }: { readonly label: string }) =>
  label
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** All that a chart says, without what only its place in the store is. */
function said(board: Y.Doc) {
  return rowsIn(board).map(({ label, group, hoursPerMonth, skill, cells, claims, holder }) => {
    return { label, group, hoursPerMonth, skill, cells, claimed: Object.keys(claims), holder }
  })
}

describe('what is said of a responsibility besides its letters', () => {
  test.prop([fc.uniqueArray(duty, { selector: sameLabel, minLength: 1, maxLength: 6 })], { numRuns: 200 })(
    '[ROLES-44] goes out into the file and comes back equal',
    (rows) => {
      const board = new Y.Doc()
      const ids = addDuties(board, rosa, chartId, rows)
      for (const [row, { letters }] of rows.entries()) {
        for (const [column, held] of letters.entries()) {
          const once = letters.findIndex((each) => each.includes('A'))
          const kept = held.split('/').filter((letter) => letter !== '' && (letter !== 'A' || column === once))
          setCell(board, rosa, { dutyId: ids[row] ?? 'duty_none', party: shown[column]?.id ?? '', letters: kept }, 1)
        }
      }
      const csv = chartCsv(modelIn(board), rowsIn(board), shown)
      expect(plan(csv).problems).toEqual([])
      const byLabel = (doc: Y.Doc) => said(doc).sort((a, b) => (a.label < b.label ? -1 : 1))
      expect(byLabel(importedBoard(csv))).toEqual(byLabel(board))
      expect(chartCsv(modelIn(board), rowsIn(importedBoard(csv)), shown)).toBe(csv)
    },
  )

  it('[ROLES-44] replaces what a known row says, and keeps it where the file is empty', () => {
    const board = new Y.Doc()
    addDuties(board, rosa, chartId, [
      { label: 'Recruit', group: 'Run', hoursPerMonth: 3, skill: 'Outreach' },
      { label: 'Teach', hoursPerMonth: 2 },
    ])
    importedBoard('Responsibility,Heading,Hours a month,Skills,Copper County One Stop\nrecruit,,"4,5",,R\nTeach,Learn,,Teaching,\n', board)
    expect(rowIn(board, 'Recruit')).toMatchObject({ group: 'Run', hoursPerMonth: 4.5, skill: 'Outreach' })
    expect(rowIn(board, 'Teach')).toMatchObject({ group: 'Learn', hoursPerMonth: 2, skill: 'Teaching' })
  })

  it('[ROLES-44] reports hours that are none and words that are too long, and would leave those cells empty', () => {
    const long = 'x'.repeat(200)
    const { rows, problems } = plan(
      writeCsv([
        ['responsibility', 'group', 'hours_per_month', 'skill', 'Copper County One Stop'],
        ['Recruit', long, 'a lot', long, 'R'],
        ['Teach', '', '-1', '', 'R'],
        ['Rest', '', '745', '', 'R'],
      ]),
    )
    expect(problems.map(({ line, column, remedy }) => [line, column, remedy])).toEqual([
      [2, 'group', 'empty'],
      [2, 'hours_per_month', 'empty'],
      [2, 'skill', 'empty'],
      [3, 'hours_per_month', 'empty'],
      [4, 'hours_per_month', 'empty'],
    ])
    expect(problems[1]?.message).toBe('“a lot” is no number of hours from 0 to 744.')
    expect(rows.map(({ group, hoursPerMonth, skill }) => [group, hoursPerMonth, skill])).toEqual(
      Array.from({ length: 3 }, () => [undefined, undefined, undefined]),
    )
  })

  it('[ROLES-45] stands in the document: heading, hours and skill of each responsibility of which they were said', () => {
    const board = new Y.Doc()
    addDuties(board, rosa, chartId, [
      { label: 'Recruit', group: 'Run', hoursPerMonth: 3, skill: 'Outreach' },
      { label: 'Teach', skill: 'Teaching' },
      { label: 'Celebrate' },
    ])
    const tables = rolesOutline([], duties.all(board), shown)[0]?.blocks.flatMap((block) => (block.type === 'table' ? [block] : [])) ?? []
    const text = JSON.stringify(tables.find(({ caption }) => caption?.startsWith('What responsibilities take')))
    for (const cell of ['Run', 'Recruit', '3', 'Outreach', 'Teach', '1', 'Teaching']) expect(text).toContain(`"${cell}"`)
    expect(text).not.toContain('Celebrate')
    const plain = new Y.Doc()
    addDuties(plain, rosa, chartId, [{ label: 'Celebrate' }])
    expect(JSON.stringify(rolesOutline([], duties.all(plain), shown))).not.toContain('What responsibilities take')
  })
})
