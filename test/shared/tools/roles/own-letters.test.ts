import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { draftsOf, lettersFault } from '../../../../client/tools/roles/own-letters'
import { rolesTool } from '../../../../shared/tools/roles'
import { changeModel, setOwnLetters } from '../../../../shared/tools/roles/change-model'
import { charts, duties } from '../../../../shared/tools/roles/collections'
import { addDuty, assign, clearUnknown, setCell } from '../../../../shared/tools/roles/commands'
import { previewConversion, proposedMap } from '../../../../shared/tools/roles/convert'
import { cellText, lettersOf } from '../../../../shared/tools/roles/letters'
import { workLetters } from '../../../../shared/tools/roles/models'
import { chartModel } from '../../../../shared/tools/roles/own'
import { findingsOf } from '../../../../shared/tools/roles/rules'
import { person, replicas } from '../../../support/boards'
import { chartId, party, rosa, rowsIn } from './support'

const letters = [
  { letter: 'H', name: 'Hosts', stands: 'once', works: true },
  { letter: 'D', name: 'Does', stands: 'some', works: true },
  { letter: 'K', name: 'Kept informed', stands: 'free', works: false },
] as const
const [college, center] = [party('College'), party('Center')]

function ownBoard() {
  const board = new Y.Doc()
  setOwnLetters(board, rosa, chartId, letters)
  changeModel(board, rosa, chartId, 'own')
  return { board, id: addDuty(board, rosa, chartId, 'Recruit participants') }
}

const modelOn = (board: Y.Doc) => chartModel(charts.live(board).get(chartId))
const messages = (board: Y.Doc) => findingsOf(modelOn(board), rowsIn(board), [college, center]).map(({ message }) => message)
const shown = (board: Y.Doc, each: { readonly id: string }) => {
  const [row] = rowsIn(board)
  return row ? cellText(modelOn(board), lettersOf(row, each.id, modelOn(board))) : undefined
}

describe('letters of a chart’s own', () => {
  it('[ROLES-32] have the rules that the group gave them', () => {
    const { board, id } = ownBoard()
    expect(modelOn(board)).toMatchObject({ id: 'own', once: 'H' })
    expect(modelOn(board)).toBe(modelOn(board))
    expect(workLetters(modelOn(board))).toEqual(['H', 'D'])
    expect(messages(board)).toEqual([
      'No hosts yet.',
      'No does yet. At least one partner is needed as Does.',
      'College has no part in anything.',
      'Center has no part in anything.',
    ])
    assign(board, rosa, id, college.id, 1)
    setCell(board, rosa, { dutyId: id, party: center.id, letters: ['D'] }, 1)
    expect(messages(board)).toEqual([])
    expect([shown(board, college), shown(board, center)]).toEqual(['H', 'D'])
    expect(setCell(board, rosa, { dutyId: id, party: center.id, letters: ['R'] }, 1)).toBe(false)
  })

  it('[ROLES-32] are kept when two people add some at the same time; one given up stays in its cells as a finding', () => {
    const { docs, sync } = replicas(2, (doc) => setOwnLetters(doc, rosa, chartId, letters))
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    setOwnLetters(first, rosa, chartId, [...letters, { letter: 'M', name: 'Mentors', stands: 'free', works: true }])
    setOwnLetters(second, person('ben'), chartId, [...letters, { letter: 'F', name: 'Funds', stands: 'free', works: true }])
    sync()
    changeModel(first, rosa, chartId, 'own')
    expect(modelOn(first).letters.map(({ letter }) => letter)).toEqual(['H', 'D', 'K', 'F', 'M'])
    const id = addDuty(first, rosa, chartId, 'Recruit participants')
    setCell(first, rosa, { dutyId: id, party: center.id, letters: ['M'] }, 1)
    setOwnLetters(first, rosa, chartId, letters)
    expect(messages(first)).toContain('Center has “M”, which is no letter of Own letters.')
    expect(clearUnknown(first, rosa, id)).toBe(true)
    expect(messages(first).join()).not.toContain('“M”')
  })

  it('[ROLES-33] are known to the server, which refuses any other letter in a cell that changed', () => {
    const { board, id } = ownBoard()
    const check = (after: Record<string, string>, before: Record<string, string> = {}) => {
      const row = (cells: Record<string, string>) => ({ id, chartId, label: 'a', order: 'a0', cells, claims: {} })
      const touched = { collection: 'duties', id, change: 'edited', fields: ['cells'], before: row(before), after: row(after) } as const
      return rolesTool.check?.(rosa, { ...touched, createdBy: rosa.id }, { zone: 'board', record: new Y.Doc(), doc: board })
    }
    expect(check({ [center.id]: 'K' })).toBeUndefined()
    expect(check({ [center.id]: 'X' })).toMatch(/no letter of any role model/)
    setOwnLetters(board, rosa, chartId, letters.slice(0, 2))
    // Somebody who has not heard yet that K was given up is not turned away.
    expect(check({ [center.id]: 'K' })).toBeUndefined()
    // A cell that was strange before keeps nobody from filling another.
    expect(check({ [center.id]: 'X', [college.id]: 'D' }, { [center.id]: 'X' })).toBeUndefined()
    const chart = { id: chartId, title: '', model: 'own', order: 'a0' }
    const asChart = {
      collection: 'charts',
      id: chartId,
      change: 'edited',
      fields: [],
      before: chart,
      after: chart,
      createdBy: rosa.id,
    } as const
    expect(rolesTool.check?.(rosa, asChart, { zone: 'board', record: new Y.Doc(), doc: board })).toMatch(/at least one/)
  })

  it('[ROLES-32] are looked over before they are saved', () => {
    const drafts = draftsOf(undefined)
    expect(lettersFault(drafts)).toBeUndefined()
    const [first] = drafts
    if (!first) throw new Error('no letters to start from')
    expect(lettersFault([])).toMatch(/at least one/)
    expect(lettersFault([...drafts, { ...first, key: 'x' }])).toMatch(/H stands twice/)
    expect(lettersFault([{ ...first, letter: '1' }])).toMatch(/from A to Z/)
    expect(lettersFault([{ ...first, name: ' ' }])).toMatch(/word/)
  })
})

describe('another model, looked at first', () => {
  it('[ROLES-34] says what each letter becomes, and can fill the once-only letter of several', () => {
    const board = new Y.Doc()
    const id = addDuty(board, rosa, chartId, 'Recruit participants')
    assign(board, rosa, id, college.id, 7)
    for (const each of [center, party('Hospital')]) setCell(board, rosa, { dutyId: id, party: each.id, letters: ['R'] }, 8)
    setCell(board, rosa, { dutyId: id, party: 'partner_informed', letters: ['I'] }, 8)
    const from = modelOn(board)
    const to = chartModel({ model: 'daci' })
    const map = proposedMap(from, to)
    expect([...map]).toEqual([
      ['A', 'A'],
      ['C', 'C'],
      ['I', 'I'],
    ])
    expect(previewConversion(from, to, map, rowsIn(board))).toEqual({
      letters: [
        { letter: 'R', name: 'Responsible', cells: 2 },
        { letter: 'A', name: 'Accountable', cells: 1 },
        { letter: 'I', name: 'Informed', cells: 1 },
      ],
      contested: 0,
      emptied: 2,
    })
    const chosen = new Map([...map, ['R', 'D']])
    expect(previewConversion(from, to, chosen, rowsIn(board))).toMatchObject({ contested: 1, emptied: 0 })
    changeModel(board, rosa, chartId, 'daci', chosen)
    expect(duties.get(board, id)).toMatchObject({ cells: { [college.id]: 'A', partner_informed: 'I' } })
    expect(Object.keys(duties.get(board, id)?.claims ?? {}).sort()).toEqual([center.id, 'partner_Hospital'])
    expect(messages(board).filter((each) => each.startsWith('Two drivers'))).toEqual([])
    const live = [college, center, party('Hospital')]
    expect(findingsOf(modelOn(board), rowsIn(board), live)).toContainEqual(
      expect.objectContaining({ ruleId: 'one-driver', fix: { kind: 'settle', letter: 'D' } }),
    )
  })
})
