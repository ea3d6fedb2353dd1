import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { localDay } from '../../../../shared/doc/day'
import { workshopDocs } from '../../../../shared/tools/docs'
import { partnersTool } from '../../../../shared/tools/partners'
import { partners, teamMoves } from '../../../../shared/tools/partners/collections'
import { addPartner, removePartner } from '../../../../shared/tools/partners/commands'
import { cameLater, movesOf, rosterOn, teamOn } from '../../../../shared/tools/partners/moves'
import { keepMoves, movePartner, takeBackMove } from '../../../../shared/tools/partners/moving'
import type { PartnerFields, PartnerId } from '../../../../shared/tools/partners/schema'
import { replicas } from '../../../support/boards'
import { rosa } from './support'

function college(fields: Partial<PartnerFields> = {}) {
  const board = new Y.Doc()
  const id = addPartner(board, rosa, { name: 'Valley College', team: 'operations', seats: [], ...fields })
  return { board, id, on: (day: string) => ringOn(board, id, day) }
}

function ringOn(board: Y.Doc, id: PartnerId, day: string) {
  const partner = partners.get(board, id)
  return partner && teamOn(partner, movesOf(teamMoves.all(board), id), day)
}

describe('moves between rings', () => {
  it('[PARTNERS-25] say who was where on any day', () => {
    const { board, id, on } = college()
    movePartner(board, rosa, id, 'leadership', { on: '2026-03-01', reason: 'New dean' })
    movePartner(board, rosa, id, undefined, { on: '2026-06-01' })
    expect(['2020-01-01', '2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01', '2030-01-01'].map(on)).toEqual([
      'operations',
      'operations',
      'leadership',
      'leadership',
      undefined,
      undefined,
    ])
    expect(movesOf(teamMoves.all(board), id)[0]).toMatchObject({ from: 'operations', to: 'leadership', reason: 'New dean' })
  })

  it('[PARTNERS-25] of one day keep their order', () => {
    const { board, id, on } = college()
    for (const team of ['leadership', 'stakeholders', 'operations'] as const) movePartner(board, rosa, id, team, { on: '2026-03-01' })
    movePartner(board, rosa, id, 'leadership', { on: '2026-04-01' })
    expect(on('2026-03-01')).toBe('operations')
    expect(movesOf(teamMoves.all(board), id).map(({ to }) => to)).toEqual(['leadership', 'stakeholders', 'operations', 'leadership'])
  })

  it('[PARTNERS-25] dated earlier fill in history and leave the present alone', () => {
    const { board, id, on } = college()
    movePartner(board, rosa, id, 'leadership', { on: '2026-03-01' })
    movePartner(board, rosa, id, 'stakeholders', { on: '2026-01-01' })
    expect(['2025-12-31', '2026-01-01', '2026-03-01'].map(on)).toEqual(['operations', 'stakeholders', 'leadership'])
    expect(partners.get(board, id)?.team).toBe('leadership')
    expect(movePartner(board, rosa, id, 'stakeholders', { on: '2026-02-01' })).toBeUndefined()
  })

  it('[PARTNERS-26] leave out who joined later or had left', () => {
    const { board, id } = college({ joinedOn: '2026-02-01' })
    removePartner(board, rosa, id, Date.parse('2026-05-10T12:00'))
    const names = (day: string) =>
      rosterOn(partners.all(board), teamMoves.all(board), { day, openedOn: '2026-01-01' }).map(({ name, team }) => `${name} ${team}`)
    expect(localDay(Date.parse('2026-05-10T12:00'))).toBe('2026-05-10')
    expect([names('2026-01-31'), names('2026-02-01'), names('2026-05-09'), names('2026-05-10')]).toEqual([
      [],
      ['Valley College operations'],
      ['Valley College operations'],
      [],
    ])
  })

  it('[PARTNERS-86] leave out who was added later, and count them', () => {
    const board = new Y.Doc()
    const add = (name: string, today?: string) => addPartner(board, rosa, { name, team: 'operations', seats: [] }, today)
    const then = (day: string) => ({ day, openedOn: '2026-02-01' })
    const [, , told, fromNowhere] = [add('Stored before'), add('New', '2026-03-01'), add('Told', '2026-03-01'), add('Came', '2026-03-01')]
    movePartner(board, rosa, told ?? 'partner_none', 'leadership', { on: '2026-01-10' })
    keepMoves(board, rosa, fromNowhere ?? 'partner_none', [{ from: undefined, to: 'operations', on: '2026-01-20' }])
    const on = (day: string) => rosterOn(partners.all(board), teamMoves.all(board), then(day)).map(({ name }) => name)
    const later = (day: string) => cameLater(partners.all(board), teamMoves.all(board), then(day)).map(({ name }) => name)
    expect(['2026-01-09', '2026-01-20', '2026-02-01', '2026-02-28', '2026-03-01'].map(on)).toEqual([
      ['Told'],
      ['Told', 'Came'],
      ['Stored before', 'Told', 'Came'],
      ['Stored before', 'Told', 'Came'],
      ['Stored before', 'New', 'Told', 'Came'],
    ])
    expect([later('2026-01-20'), later('2026-02-01'), later('2026-03-01')]).toEqual([['Stored before', 'New'], ['New'], []])
  })

  it('[PARTNERS-27] made at once are both kept, and all see one ring', () => {
    let id: PartnerId = 'partner_none'
    const { docs, sync } = replicas(2, (doc) => {
      id = addPartner(doc, rosa, { name: 'Valley College', team: 'operations', seats: [] })
    })
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    movePartner(first, rosa, id, 'leadership', { on: '2026-03-01' })
    movePartner(second, rosa, id, 'stakeholders', { on: '2026-03-01' })
    sync()
    for (const board of docs) {
      expect(teamMoves.all(board)).toHaveLength(2)
      expect(partners.get(board, id)?.team).toBe(partners.get(first, id)?.team)
      expect(ringOn(board, id, '2026-03-01')).toBe(partners.get(board, id)?.team)
      expect(ringOn(board, id, '2026-02-28')).toBe('operations')
    }
  })

  it('[PARTNERS-28] are taken back, the last with its effect', () => {
    const { board, id, on } = college()
    const first = movePartner(board, rosa, id, 'leadership', { on: '2026-03-01' }) ?? 'move_none'
    const second = movePartner(board, rosa, id, 'stakeholders', { on: '2026-04-01' }) ?? 'move_none'
    expect(takeBackMove(board, rosa, first)).toBe(true)
    expect(partners.get(board, id)?.team).toBe('stakeholders')
    expect(takeBackMove(board, rosa, second)).toBe(true)
    expect(on('2026-12-31')).toBe('leadership')
    expect(takeBackMove(board, rosa, second)).toBe(false)
  })

  it('[PARTNERS-25] stand in the document', () => {
    const { board, id } = college()
    movePartner(board, rosa, id, 'leadership', { on: '2026-03-01', reason: 'New dean' })
    const docs = workshopDocs(new Y.Doc(), board, () => undefined)
    expect(JSON.stringify(partnersTool.outline(docs, { names: true, reservations: true }))).toContain(
      '1 March 2026: Valley College from Operations to Leadership: New dean',
    )
  })
})
