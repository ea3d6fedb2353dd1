import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { changeModel } from '../../../../shared/tools/roles/change-model'
import { charts, duties } from '../../../../shared/tools/roles/collections'
import { addDuties, addDuty, assign, editDuty, moveDuty, removeDuty, restoreDuty, setCell } from '../../../../shared/tools/roles/commands'
import { cellText, contestedBy, givenBy, holderOf, lettersOf } from '../../../../shared/tools/roles/letters'
import { modelOf, models, startRows } from '../../../../shared/tools/roles/models'
import type { DutyId } from '../../../../shared/tools/roles/schema'
import { inReadingOrder } from '../../../../shared/tools/roles/selectors'
import { person, replicas } from '../../../support/boards'
import { chartId, importedBoard, rolesText, rosa, rowsIn } from './support'

const ben = person('ben')
const raci = modelOf('raci')

function shared(count: number) {
  let id: DutyId = 'duty_none'
  const { docs, sync } = replicas(count, (doc) => {
    id = addDuty(doc, rosa, chartId, 'Recruit participants')
  })
  return { docs, sync, id }
}

function pair() {
  const { docs, sync, id } = shared(2)
  const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
  return { first, second, sync, id }
}

function row(board: Y.Doc, id: DutyId) {
  const duty = duties.get(board, id)
  if (!duty) throw new Error('the row is gone')
  return duty
}

const shown = (board: Y.Doc, id: DutyId, party: string) => cellText(raci, lettersOf(row(board, id), party, raci))

describe('filling cells', () => {
  it('[ROLES-1] keeps two cells that two people fill at the same time', () => {
    const { first, second, sync, id } = pair()
    setCell(first, rosa, { dutyId: id, party: 'partner_a', letters: ['R'] }, 1)
    setCell(second, ben, { dutyId: id, party: 'partner_b', letters: ['C'] }, 1)
    sync()
    for (const board of [first, second]) expect(row(board, id).cells).toEqual({ partner_a: 'R', partner_b: 'C' })
  })

  it('[ROLES-2] settles a visible claim by assigning, whether or not it is old', () => {
    const { first, id } = pair()
    assign(first, rosa, id, 'partner_a', 5)
    assign(first, ben, id, 'partner_b', 3)
    expect(row(first, id)).toMatchObject({ holder: 'partner_b' })
    expect(row(first, id).claims).toEqual({ partner_b: 3 })
    expect(givenBy(row(first, id))).toBe('p_ben')
  })

  it('[ROLES-2] keeps both of two claims made at the same time, and shows one holder everywhere', () => {
    const { first, second, sync, id } = pair()
    assign(first, rosa, id, 'partner_a', 1)
    assign(second, ben, id, 'partner_b', 2)
    sync()
    expect(Object.keys(row(first, id).claims).sort()).toEqual(['partner_a', 'partner_b'])
    expect(holderOf(row(first, id))).toBe(holderOf(row(second, id)))
    expect(contestedBy(row(first, id))).toHaveLength(1)
    expect(givenBy(row(first, id))).toBe(holderOf(row(first, id)) === 'partner_a' ? 'p_rosa' : 'p_ben')
    expect([shown(first, id, 'partner_a'), shown(first, id, 'partner_b')]).toEqual(['A', 'A'])
  })

  it('[ROLES-3] settles contested claims by one more assignment', () => {
    const { first, second, sync, id } = pair()
    assign(first, rosa, id, 'partner_a', 1)
    assign(second, ben, id, 'partner_b', 2)
    sync()
    assign(first, rosa, id, 'partner_b', 3)
    sync()
    expect(contestedBy(row(second, id))).toEqual([])
    expect(holderOf(row(second, id))).toBe('partner_b')
    expect(shown(second, id, 'partner_a')).toBe('')
  })

  it('[ROLES-4] lets A and R stand together and refuses everything else', () => {
    const { first, id } = pair()
    const set = (letters: readonly string[]) => setCell(first, rosa, { dutyId: id, party: 'partner_a', letters }, 1)
    expect(set(['A', 'R'])).toBe(true)
    expect(shown(first, id, 'partner_a')).toBe('A/R')
    for (const letters of [['R', 'C'], ['X'], ['A', 'R', 'C'], ['a']]) expect(set(letters)).toBe(false)
    expect(shown(first, id, 'partner_a')).toBe('A/R')
    expect(set(['C'])).toBe(true)
    expect(row(first, id)).toMatchObject({ cells: { partner_a: 'C' }, claims: {} })
    expect(setCell(first, rosa, { dutyId: 'duty_gone', party: 'partner_a', letters: ['R'] }, 1)).toBe(false)
  })

  it('[ROLES-5] leaves a row without a holder when its cell is cleared, or with the claim that remains', () => {
    const { first, second, sync, id } = pair()
    assign(first, rosa, id, 'partner_a', 1)
    setCell(first, rosa, { dutyId: id, party: 'partner_a', letters: [] }, 2)
    expect(holderOf(row(first, id))).toBeUndefined()
    expect(row(first, id)).not.toHaveProperty('holder')
    assign(first, rosa, id, 'partner_a', 3)
    assign(second, ben, id, 'partner_b', 4)
    sync()
    const holder = holderOf(row(first, id)) ?? ''
    const [other = ''] = contestedBy(row(first, id))
    setCell(first, rosa, { dutyId: id, party: holder, letters: [] }, 5)
    sync()
    expect(holderOf(row(second, id))).toBe(other)
    expect(contestedBy(row(second, id))).toEqual([])
  })

  it('[ROLES-5] leaves a row without a holder when both claims of a conflict are taken back at the same time', () => {
    const { first, second, sync, id } = pair()
    assign(first, rosa, id, 'partner_a', 1)
    assign(second, ben, id, 'partner_b', 2)
    sync()
    setCell(first, rosa, { dutyId: id, party: 'partner_a', letters: ['C'] }, 3)
    setCell(second, ben, { dutyId: id, party: 'partner_b', letters: ['C'] }, 3)
    sync()
    for (const board of [first, second]) {
      expect(holderOf(row(board, id))).toBeUndefined()
      expect([shown(board, id, 'partner_a'), shown(board, id, 'partner_b')]).toEqual(['C', 'C'])
    }
  })

  const parties = ['partner_a', 'partner_b', 'partner_c', 'partner_d']
  const act = fc.record({
    replica: fc.nat(3),
    party: fc.constantFrom(...parties),
    letters: fc.constantFrom(['A'], ['A', 'R'], ['R'], ['C'], []),
    syncs: fc.boolean(),
  })

  test.prop([fc.array(act, { minLength: 1, maxLength: 40 })], { numRuns: 500 })(
    '[ROLES-2] gives one holder on all replicas and never loses a claim, whatever people do at the same time',
    (acts) => {
      const { docs, sync, id } = shared(4)
      const rowOf = (replica: number) => row(docs[replica] as Y.Doc, id) // four were asked for
      /** Replicas that wrote a partner's claim since the last exchange. */
      let wrote = new Map<string, Set<number>>()
      function exchange() {
        const kept = parties.filter((party) => {
          const replicas = [...(wrote.get(party) ?? [])]
          return replicas.length > 0 && replicas.every((replica) => party in rowOf(replica).claims)
        })
        sync()
        const merged = rowOf(0)
        for (const replica of [1, 2, 3]) expect(rowOf(replica)).toEqual(merged)
        expect(Object.keys(merged.claims)).toEqual(expect.arrayContaining(kept))
        const holder = holderOf(merged)
        expect(holder === undefined ? [] : [holder]).toEqual(
          Object.keys(merged.claims).filter((party) => !contestedBy(merged).includes(party)),
        )
        wrote = new Map()
      }
      for (const [index, { replica, party, letters, syncs }] of acts.entries()) {
        const before = rowOf(replica).claims
        setCell(docs[replica] as Y.Doc, person(`r${replica}`), { dutyId: id, party, letters }, index + 1)
        const after = rowOf(replica).claims
        for (const each of parties.filter((other) => before[other] !== after[other])) {
          wrote.set(each, (wrote.get(each) ?? new Set()).add(replica))
        }
        if (syncs) exchange()
      }
      exchange()
    },
    60_000,
  )

  test.prop([
    fc.array(fc.record({ replica: fc.nat(2), party: fc.constantFrom(...parties), letter: fc.constantFrom('R', 'C', 'I') }), {
      maxLength: 30,
    }),
  ])('[ROLES-1] replicas agree on every cell, and a cell that one person wrote is as they left it', (acts) => {
    const { docs, sync, id } = shared(3)
    for (const { replica, party, letter } of acts) setCell(docs[replica] as Y.Doc, rosa, { dutyId: id, party, letters: [letter] }, 1)
    sync()
    const rows = docs.map((doc) => row(doc, id))
    for (const each of rows) expect(each).toEqual(rows[0])
    for (const party of parties) {
      const writers = acts.filter((each) => each.party === party)
      const byReplica = new Map(writers.map(({ replica, letter }) => [replica, letter]))
      expect([undefined, ...byReplica.values()]).toContain(rows[0]?.cells[party])
      if (byReplica.size === 1) expect(rows[0]?.cells[party]).toBe([...byReplica.values()][0])
    }
  })
})

describe('rows', () => {
  it('[ROLES-14] takes a row out and puts it back with all its letters, whoever wrote meanwhile', () => {
    const { first, second, sync, id } = pair()
    assign(first, rosa, id, 'partner_a', 1)
    sync()
    removeDuty(first, rosa, id, 2)
    setCell(second, ben, { dutyId: id, party: 'partner_b', letters: ['R'] }, 2)
    sync()
    expect(rowsIn(second)).toEqual([])
    restoreDuty(second, ben, id)
    expect([shown(second, id, 'partner_a'), shown(second, id, 'partner_b')]).toEqual(['A', 'R'])
  })

  it('[ROLES-14] moves rows within their heading only', () => {
    const board = new Y.Doc()
    const [a, b, c] = addDuties(board, rosa, chartId, [
      { label: 'a', group: 'Lead' },
      { label: 'b', group: 'Run' },
      { label: 'c', group: 'Lead' },
    ]) as [DutyId, DutyId, DutyId]
    const order = () => inReadingOrder(rowsIn(board)).map(({ label }) => label)
    expect(order()).toEqual(['a', 'c', 'b'])
    expect(moveDuty(board, rosa, c, -1)).toBe(true)
    expect(order()).toEqual(['c', 'a', 'b'])
    expect(moveDuty(board, rosa, c, -1)).toBe(false)
    expect(moveDuty(board, rosa, b, 1)).toBe(false)
    editDuty(board, rosa, a, { group: 'Run', label: 'A' })
    expect(order()).toEqual(['c', 'A', 'b'])
  })

  it('starts from the rows of the content', () => {
    const board = new Y.Doc()
    addDuties(board, rosa, chartId, startRows)
    expect(rowsIn(board).map(({ label }) => label)).toEqual(startRows.map(({ label }) => label))
  })
})

describe('another model', () => {
  it('[ROLES-9] turns RACI into lead and support: accountable becomes the lead, responsible and consulted support', () => {
    const board = importedBoard(rolesText())
    expect(changeModel(board, rosa, chartId, 'lead-support')).toBe(true)
    const model = modelOf(charts.get(board, chartId)?.model)
    const [convene] = rowsIn(board)
    if (!convene) throw new Error('no rows')
    expect(
      Object.fromEntries(Object.keys(convene.cells).map((party) => [party, cellText(model, lettersOf(convene, party, model))])),
    ).toMatchObject({
      'partner_Copper-County-One-Stop': 'I',
      'partner_Copper-Basin-Community-College': 'S',
    })
    expect(cellText(model, lettersOf(convene, 'partner_Copper-Basin-Native-Center', model))).toBe('L')
    expect(convene.cells['partner_Copper-Basin-Native-Center']).toBeUndefined()
  })

  it('[ROLES-9] finds a way over a third model, and refuses a model that there is not', () => {
    const board = importedBoard(rolesText())
    expect(changeModel(board, rosa, chartId, 'lead-support')).toBe(true)
    expect(changeModel(board, rosa, chartId, 'rasci')).toBe(true)
    const before = rowsIn(board)
    for (const to of ['xyz', 'own']) expect(changeModel(board, rosa, chartId, to)).toBe(false)
    expect(rowsIn(board)).toEqual(before)
    expect(changeModel(new Y.Doc(), rosa, chartId, 'daci')).toBe(true)
  })

  it('[ROLES-9] is one step to take back', () => {
    const board = importedBoard(rolesText())
    const before = rowsIn(board)
    const undo = new PersonUndo([charts.name, duties.name])
    undo.track(board)
    changeModel(board, rosa, chartId, 'lead-support')
    undo.undo()
    expect(rowsIn(board)).toEqual(before)
    expect(modelOf(charts.get(board, chartId)?.model).id).toBe('raci')
  })

  it('[ROLES-4] holds to the content: each model has one letter that stands once, and known checks', () => {
    expect(models.map(({ id, once }) => [id, once])).toEqual([
      ['raci', 'A'],
      ['rasci', 'A'],
      ['daci', 'D'],
      ['lead-support', 'L'],
    ])
    const checks = ['exactly', 'atLeast', 'atMost', 'shareAtMost', 'notEmpty', 'requires', 'differentHolder']
    for (const { rules, letters } of models) {
      for (const rule of rules) {
        expect(checks).toContain(rule.check)
        for (const letter of rule.letters) expect(letters.map((each) => each.letter)).toContain(letter)
      }
    }
  })
})
