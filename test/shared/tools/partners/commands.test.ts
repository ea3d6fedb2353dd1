import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { partnersTool } from '../../../../shared/tools/partners'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner, editPartner, importPartners, removePartner, restorePartner } from '../../../../shared/tools/partners/commands'
import { movePartner } from '../../../../shared/tools/partners/moving'
import type { PartnerId } from '../../../../shared/tools/partners/schema'
import { byTeam, onRoster, peopleOf, saidGoals, silentInWords, takenOff } from '../../../../shared/tools/partners/selectors'
import type { TouchedRecord } from '../../../../shared/tools/tool'
import { person, replicas } from '../../../support/boards'
import { copperBasin, plan, rosa } from './support'

const ben = person('ben')
const today = { on: '2026-11-23' }

function twoReplicas() {
  let id: PartnerId = 'partner_none'
  const { docs, sync } = replicas(2, (doc) => {
    id = addPartner(doc, rosa, { name: 'Valley College', level: 'local', seats: [] })
  })
  const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
  return { first, second, sync, id }
}

describe('editing the roster', () => {
  it('[PARTNERS-1] keeps both of two fields that two people edit at once', () => {
    const { first, second, sync, id } = twoReplicas()
    editPartner(first, rosa, id, { contact: 'Dean' })
    editPartner(second, ben, id, { hoursPerMonth: 12 })
    sync()
    for (const board of [first, second]) expect(partners.get(board, id)).toMatchObject({ contact: 'Dean', hoursPerMonth: 12 })
  })

  it('[PARTNERS-2] does not bring a removed partner back by an edit, and restores it whole', () => {
    const { first, second, sync, id } = twoReplicas()
    removePartner(first, rosa, id, 1_000)
    editPartner(second, ben, id, { contact: 'Dean' })
    sync()
    expect(onRoster(partners.all(second))).toEqual([])
    restorePartner(second, ben, id)
    sync()
    expect(onRoster(partners.all(first))).toMatchObject([{ name: 'Valley College', level: 'local', contact: 'Dean' }])
  })

  it('[PARTNERS-30] lists those who were taken off, the last first', () => {
    const board = new Y.Doc()
    const ids = ['A', 'B', 'C'].map((name) => addPartner(board, rosa, { name, seats: [] }))
    ids.forEach((id, index) => {
      removePartner(board, rosa, id, 1_000 + index)
    })
    restorePartner(board, rosa, ids[1] ?? 'partner_none')
    expect(takenOff(partners.all(board)).map(({ name }) => name)).toEqual(['C', 'A'])
    expect(onRoster(partners.all(board)).map(({ name }) => name)).toEqual(['B'])
  })

  it('[PARTNERS-55] knows who has said what a win is for them', () => {
    const board = new Y.Doc()
    addPartner(board, rosa, { name: 'A', seats: [], goals: 'Graduates who find work' })
    addPartner(board, rosa, { name: 'B', seats: [] })
    removePartner(board, rosa, addPartner(board, rosa, { name: 'C', seats: [] }), 1_000)
    const { said, silent } = saidGoals(partners.all(board))
    expect([said.map(({ name }) => name), silent.map(({ name }) => name)]).toEqual([['A'], ['B']])
  })

  it('[PARTNERS-87] names who has not said it, up to three', () => {
    const board = new Y.Doc()
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) addPartner(board, rosa, { name, seats: [] })
    const { silent } = saidGoals(partners.all(board))
    expect([1, 3, 4, 6].map((count) => silentInWords(silent.slice(0, count)))).toEqual([
      'A',
      'A, B and C',
      'A, B, C and 1 more',
      'A, B, C and 3 more',
    ])
  })

  it('[PARTNERS-3] moves a partner into a ring, on to another, and out of all', () => {
    const board = new Y.Doc()
    const id = addPartner(board, rosa, { name: 'Valley College', seats: [] })
    expect(byTeam(partners.all(board)).unplaced).toHaveLength(1)
    movePartner(board, rosa, id, 'stakeholders', today)
    movePartner(board, rosa, id, 'leadership', today)
    expect(byTeam(partners.all(board)).rings).toMatchObject({ leadership: [{ id }], operations: [], stakeholders: [] })
    movePartner(board, rosa, id, undefined, today)
    expect(byTeam(partners.all(board)).unplaced).toMatchObject([{ id }])
    expect(movePartner(board, rosa, 'partner_gone', 'leadership', today)).toBeUndefined()
  })

  it('[PARTNERS-10] takes a whole import back in one step and leaves what others wrote', () => {
    const board = new Y.Doc()
    const undo = new PersonUndo([partners.name])
    const known = addPartner(board, rosa, { name: 'Red Mesa Resort', seats: [], note: 'Written before' })
    undo.track(board)
    const planned = plan(copperBasin(), board)
    expect(onRoster(partners.all(board))).toHaveLength(1)
    importPartners(board, rosa, planned.rows, today.on)
    expect(onRoster(partners.all(board))).toHaveLength(12)
    undo.undo()
    expect(onRoster(partners.all(board))).toEqual([expect.objectContaining({ id: known, note: 'Written before' })])
    expect(partners.get(board, known)).not.toHaveProperty('sector')
  })

  it('[PARTNERS-14] matches people by the organisation they joined with', () => {
    const board = new Y.Doc()
    const id = addPartner(board, rosa, { name: "Heron's Bend Nation", seats: [] })
    const partner = partners.get(board, id)
    const people = [
      { name: 'Ben', organisation: 'the heron’s  bend nation ' },
      { name: 'Amara', organisation: 'Valley College' },
      { name: 'Gone', organisation: "Heron's Bend Nation", removed: true },
      { name: 'Nobody' },
    ]
    expect(partner && peopleOf(partner, people).map(({ name }) => name)).toEqual(['Ben'])
  })
})

describe('what the server checks', () => {
  const touched = (change: 'added' | 'edited', fields: readonly string[], authorId: string): TouchedRecord => ({
    collection: 'partners',
    id: 'partner_a',
    change,
    fields,
    before: undefined,
    after: { id: 'partner_a', name: 'Valley College', seats: [], order: 'a0', authorId },
    createdBy: 'p_ben',
  })

  it('[PARTNERS-12] refuses a partner under somebody else’s name and a change of author', () => {
    const check = (each: TouchedRecord) => partnersTool.check?.(ben, each, { zone: 'board', record: new Y.Doc(), doc: new Y.Doc() })
    expect(check(touched('added', [], 'p_ben'))).toBeUndefined()
    expect(check(touched('added', [], 'p_rosa'))).toMatch(/under your own name/)
    expect(check(touched('edited', ['authorId'], 'p_rosa'))).toMatch(/cannot be changed/)
    expect(check({ ...touched('edited', ['name'], 'p_ben'), after: { id: 'partner_a' } })).toMatch(/not written/)
    const move = { ...touched('added', [], 'p_rosa'), collection: 'teamMoves' }
    const moved = { id: 'move_a', partnerId: 'partner_a', to: 'leadership', on: '2026-11-23', order: 'a0' }
    expect(check({ ...move, after: { ...moved, authorId: 'p_rosa' } })).toMatch(/A move can be added under your own name/)
    expect(check({ ...move, after: { ...moved, authorId: 'p_ben' } })).toBeUndefined()
    expect(check({ ...move, after: { ...moved, authorId: 'p_ben', on: 'soon' } })).toMatch(/not written/)
  })
})
