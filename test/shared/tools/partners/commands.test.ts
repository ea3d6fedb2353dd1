import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { PersonUndo } from '../../../../shared/doc/undo'
import { partnersTool } from '../../../../shared/tools/partners'
import { partners } from '../../../../shared/tools/partners/collections'
import {
  addPartner,
  editPartner,
  importPartners,
  movePartner,
  removePartner,
  restorePartner,
} from '../../../../shared/tools/partners/commands'
import type { PartnerId } from '../../../../shared/tools/partners/schema'
import { byTeam, onRoster, peopleOf } from '../../../../shared/tools/partners/selectors'
import type { TouchedRecord } from '../../../../shared/tools/tool'
import { person, replicas } from '../../../support/boards'
import { copperBasin, plan, rosa } from './support'

const ben = person('ben')

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

  it('[PARTNERS-3] moves a partner into a ring, on to another, and out of all', () => {
    const board = new Y.Doc()
    const id = addPartner(board, rosa, { name: 'Valley College', seats: [] })
    expect(byTeam(partners.all(board)).unplaced).toHaveLength(1)
    movePartner(board, rosa, id, 'stakeholders')
    movePartner(board, rosa, id, 'leadership')
    expect(byTeam(partners.all(board)).rings).toMatchObject({ leadership: [{ id }], operations: [], stakeholders: [] })
    movePartner(board, rosa, id, undefined)
    expect(byTeam(partners.all(board)).unplaced).toMatchObject([{ id }])
    expect(movePartner(board, rosa, 'partner_gone', 'leadership')).toBe(false)
  })

  it('[PARTNERS-10] takes a whole import back in one step and leaves what others wrote', () => {
    const board = new Y.Doc()
    const undo = new PersonUndo([partners.name])
    const known = addPartner(board, rosa, { name: 'Red Mesa Resort', seats: [], note: 'Written before' })
    undo.track(board)
    const planned = plan(copperBasin(), board)
    expect(onRoster(partners.all(board))).toHaveLength(1)
    importPartners(board, rosa, planned.rows)
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
    const check = (each: TouchedRecord) => partnersTool.check?.(ben, each, { zone: 'board', record: new Y.Doc() })
    expect(check(touched('added', [], 'p_ben'))).toBeUndefined()
    expect(check(touched('added', [], 'p_rosa'))).toMatch(/under your own name/)
    expect(check(touched('edited', ['authorId'], 'p_rosa'))).toMatch(/cannot be changed/)
    expect(check({ ...touched('edited', ['name'], 'p_ben'), after: { id: 'partner_a' } })).toMatch(/not written/)
  })
})
