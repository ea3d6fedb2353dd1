import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { duties } from '../../../../shared/tools/roles/collections'
import { addDuties, addDuty, assign, editDuty, handOver, importDuties, setCell } from '../../../../shared/tools/roles/commands'
import { isContested } from '../../../../shared/tools/roles/letters'
import { libraryRows, partnerTypes } from '../../../../shared/tools/roles/library'
import { hoursOf, loads, takersOf } from '../../../../shared/tools/roles/load'
import { modelOf } from '../../../../shared/tools/roles/models'
import { findingsOf } from '../../../../shared/tools/roles/rules'
import type { DutyId } from '../../../../shared/tools/roles/schema'
import { person, replicas } from '../../../support/boards'
import { chartId, party, rosa, rowIn, rowsIn } from './support'

const raci = modelOf('raci')
const resort = party('Resort', 4)
const college = { ...party('College', 20), skills: ['Case management'] }
const center = { ...party('Center', 2), skills: ['case management '] }
const silent = party('Silent')
const parties = [resort, college, center, silent]

function fiveRows() {
  const board = new Y.Doc()
  const ids = addDuties(
    board,
    rosa,
    chartId,
    ['one', 'two', 'three', 'four', 'five'].map((label) => ({ label })),
  )
  return { board, ids }
}

const hoursWarning = (board: Y.Doc) =>
  findingsOf(raci, rowsIn(board), parties).find(({ ruleId, partyId }) => ruleId === 'hours' && partyId === resort.id)?.message

describe('load against declared hours', () => {
  it('[ROLES-38] warns at the fifth responsibility of a partner with four hours', () => {
    const { board, ids } = fiveRows()
    for (const dutyId of ids.slice(0, 4)) setCell(board, rosa, { dutyId, party: resort.id, letters: ['R'] }, 1)
    expect(hoursWarning(board)).toBeUndefined()
    setCell(board, rosa, { dutyId: ids[4] as DutyId, party: resort.id, letters: ['C'] }, 1) // five rows
    expect(hoursWarning(board)).toBeUndefined()
    setCell(board, rosa, { dutyId: ids[4] as DutyId, party: resort.id, letters: ['A', 'R'] }, 1)
    expect(hoursWarning(board)).toBe('Resort has 4 hours a month for 5 responsibilities.')
  })

  it('[ROLES-38] counts the hours that somebody said', () => {
    const { board, ids } = fiveRows()
    const [first] = ids as readonly [DutyId]
    assign(board, rosa, first, resort.id, 1)
    editDuty(board, rosa, first, { hoursPerMonth: 4.5 })
    expect(hoursWarning(board)).toBe('Resort has 4 hours a month; its 1 responsibility takes 4.5.')
    expect(loads(raci, rowsIn(board), parties)[0]).toMatchObject({ works: 1, hours: 4.5 })
    editDuty(board, rosa, first, { hoursPerMonth: 0 })
    expect(hoursOf(raci, rowsIn(board), resort.id)).toMatchObject({ rows: 1, hours: 0 })
  })

  it('[ROLES-39] proposes those who have the hours left, those with the skill first', () => {
    const { board, ids } = fiveRows()
    const [first] = ids as readonly [DutyId]
    assign(board, rosa, first, resort.id, 1)
    editDuty(board, rosa, first, { hoursPerMonth: 2, skill: 'Case Management' })
    const takers = () =>
      takersOf(raci, rowsIn(board), parties, rowIn(board, 'one'), resort.id).map(({ party: each, ...rest }) => [each.name, rest])
    expect(takers()).toEqual([
      ['College', { hoursLeft: 18, hasSkill: true }],
      ['Center', { hoursLeft: 0, hasSkill: true }],
    ])
    editDuty(board, rosa, first, { hoursPerMonth: 3 })
    expect(takers().map(([name]) => name)).toEqual(['College'])
  })

  it('[ROLES-38] shows two people who gave the same last hour at the same time that it is one too many', () => {
    let ids: readonly DutyId[] = []
    const { docs, sync } = replicas(2, (doc) => {
      ids = addDuties(
        doc,
        rosa,
        chartId,
        ['one', 'two', 'three', 'four', 'five'].map((label) => ({ label })),
      )
      for (const dutyId of ids.slice(0, 3)) setCell(doc, rosa, { dutyId, party: resort.id, letters: ['R'] }, 1)
    })
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    assign(first, rosa, ids[3] as DutyId, resort.id, 2)
    assign(second, person('ben'), ids[4] as DutyId, resort.id, 2)
    expect([hoursWarning(first), hoursWarning(second)]).toEqual([undefined, undefined])
    sync()
    for (const board of docs) expect(hoursWarning(board)).toBe('Resort has 4 hours a month for 5 responsibilities.')
  })

  it('[ROLES-40] hands all that a partner has in a row to another, and takes it back in one step', () => {
    const board = new Y.Doc()
    const id = addDuty(board, rosa, chartId, 'one')
    setCell(board, rosa, { dutyId: id, party: resort.id, letters: ['A', 'R'] }, 1)
    setCell(board, rosa, { dutyId: id, party: college.id, letters: ['C'] }, 1)
    const before = duties.get(board, id)
    const undo = new PersonUndo([duties.name])
    undo.track(board)
    expect(handOver(board, rosa, id, resort.id, college.id, 2)).toBe(true)
    expect(duties.get(board, id)).toMatchObject({ cells: { [college.id]: 'R' }, claims: { [college.id]: 2 }, holder: college.id })
    expect(duties.get(board, id)?.cells).not.toHaveProperty(resort.id)
    undo.undo()
    expect(duties.get(board, id)).toEqual(before)
    expect(handOver(board, rosa, id, silent.id, college.id, 2)).toBe(false)
  })
})

describe('the role library', () => {
  const roster = [
    { ...party('One Stop'), sector: 'workforce-development' },
    { ...party('College'), sector: 'education' },
  ]

  it('[ROLES-37] has the six kinds of partner, and proposes their partners for the work', () => {
    expect(partnerTypes).toHaveLength(6)
    const all = partnerTypes.map(({ id }) => id)
    const rows = libraryRows({ typeIds: all, withShared: true, marks: true }, raci, roster, [])
    expect(rows).toHaveLength(23)
    const support = rows.find(({ label }) => label === 'Provide support services')
    expect([...(support?.letters ?? [])]).toEqual(roster.map(({ id }) => [id, ['R']]))
    const board = new Y.Doc()
    importDuties(board, rosa, chartId, rows, 1)
    expect(rowIn(board, 'Provide support services').cells).toEqual(Object.fromEntries(roster.map(({ id }) => [id, 'R'])))
    expect(
      libraryRows(
        { typeIds: all, withShared: true, marks: true },
        raci,
        roster,
        rowsIn(board).map(({ label }) => label.toUpperCase()),
      ),
    ).toEqual([])
  })

  it('[ROLES-37] takes only what was chosen', () => {
    const rows = libraryRows({ typeIds: ['economic-development-agencies'], withShared: false, marks: false }, raci, roster, [])
    expect(rows.map(({ label, letters }) => [label, letters.size])).toEqual([
      ['Supply labor market information', 0],
      ['Bring employers in and keep them involved', 0],
    ])
  })
})

describe('partners that leave', () => {
  it('[ROLES-43] are no conflict while they are gone, whoever filled their cells meanwhile, and have their letters again when they come back', () => {
    let id: DutyId = 'duty_none'
    const { docs, sync } = replicas(2, (doc) => {
      id = addDuty(doc, rosa, chartId, 'one')
      assign(doc, rosa, id, resort.id, 1)
    })
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    // The resort leaves the list here while somebody there, who has not heard, fills its cell and another's.
    assign(first, rosa, id, college.id, 2)
    setCell(second, person('ben'), { dutyId: id, party: resort.id, letters: ['A', 'R'] }, 3)
    assign(second, person('ben'), id, center.id, 4)
    sync()
    const row = rowIn(first, 'one')
    const settle = (present: typeof parties) => findingsOf(raci, [row], present).some(({ fix }) => fix?.kind === 'settle')
    expect(isContested(row, [college, center])).toBe(true)
    expect(isContested(row, [college])).toBe(false)
    expect([settle([college, center]), settle([college]), settle([silent])]).toEqual([true, false, false])
    expect(findingsOf(raci, [row], [silent]).map(({ message }) => message)).toContain('Nobody is accountable yet.')
    expect(row.cells[resort.id]).toBe('R')
  })
})
