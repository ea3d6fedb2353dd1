import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { rolesTool } from '../../../../shared/tools/roles'
import { changeModel } from '../../../../shared/tools/roles/change-model'
import { duties } from '../../../../shared/tools/roles/collections'
import { addDuty, assign, setCell } from '../../../../shared/tools/roles/commands'
import { loads } from '../../../../shared/tools/roles/load'
import { modelOf, models } from '../../../../shared/tools/roles/models'
import { rolesOutline } from '../../../../shared/tools/roles/outline'
import { findingCounts, findingsOf } from '../../../../shared/tools/roles/rules'
import type { TouchedRecord } from '../../../../shared/tools/tool'
import { basin, chartId, flawedText, importedBoard, modelIn, party, rolesText, rosa, rowIn, rowsIn } from './support'

const found = (board: Y.Doc) => findingsOf(modelIn(board), rowsIn(board), basin)
const errorsBy = (board: Y.Doc) =>
  found(board)
    .filter(({ severity }) => severity === 'error')
    .map(({ dutyId, message, fix }) => [rowsIn(board).find(({ id }) => id === dutyId)?.label, message, fix])

describe('rules of a chart', () => {
  it('[ROLES-6] finds no error in the valid chart, and the three rows with many hands', () => {
    const board = importedBoard(rolesText())
    expect(errorsBy(board)).toEqual([])
    const crowded = found(board).filter(({ ruleId }) => ruleId === 'few-responsible')
    expect(crowded).toHaveLength(3)
    expect(crowded[0]?.message).toMatch(/^\d+ partners are responsible\. Many hands: split the row or name a lead\.$/)
  })

  it('[ROLES-6] finds the known faults of the flawed chart and no other errors', () => {
    const board = importedBoard(flawedText())
    expect(errorsBy(board)).toEqual([
      [
        'Contact and involve employers',
        'Two accountable partners: Copper Basin Native Center and Copper County One Stop.',
        { kind: 'settle', letter: 'A' },
      ],
      ['Recruit participants', 'Nobody is accountable yet.', { kind: 'give', letter: 'A' }],
      [
        'Reserve and fill seats for partner clients',
        'Nobody is responsible yet. At least one partner does the work.',
        { kind: 'give', letter: 'R' },
      ],
      ['Offer work placements', 'Nobody is accountable yet.', { kind: 'give', letter: 'A' }],
      ['Offer work placements', 'Nobody is responsible yet. At least one partner does the work.', { kind: 'give', letter: 'R' }],
    ])
    expect(findingCounts(modelIn(board), found(board)).map(({ text }) => text)).toEqual([
      '1 with two accountable',
      '2 with nobody accountable',
      '2 with nobody responsible',
      expect.stringMatching(/^\d+ worth a look$/),
    ])
  })

  it('[ROLES-6] speaks of leads where there are leads', () => {
    const board = new Y.Doc()
    changeModel(board, rosa, chartId, 'lead-support')
    const id = addDuty(board, rosa, chartId, 'Childcare and transport')
    expect(errorsBy(board)).toEqual([['Childcare and transport', 'No lead yet.', { kind: 'give', letter: 'L' }]])
    expect(found(board).map(({ message }) => message)).toContain('Nobody supports this yet. A lead alone: is this a partnership task?')
    expect(findingCounts(modelIn(board), found(board))[0]?.text).toBe('1 without a lead')
    assign(board, rosa, id, basin[0]?.id ?? '', 1)
    expect(errorsBy(board)).toEqual([])
  })

  it('[ROLES-6] checks pairs of letters: support without anyone responsible, one partner as driver and approver', () => {
    const [a, b] = [party('A'), party('B')]
    const row = { id: 'duty_a', claims: { [a.id]: 1 }, holder: a.id }
    const messages = (model: string, cells: Record<string, string>) =>
      findingsOf(modelOf(model), [{ ...row, cells }], [a, b]).map(({ message }) => message)
    expect(messages('rasci', { [b.id]: 'S' })).toContain('Support without anyone responsible.')
    expect(messages('rasci', { [b.id]: 'R' })).not.toContain('Support without anyone responsible.')
    expect(messages('daci', { [a.id]: 'A', [b.id]: 'C' })).toContain('Driver and approver are usually different partners.')
    expect(messages('daci', { [b.id]: 'A' })).not.toContain('Driver and approver are usually different partners.')
  })

  it('[ROLES-6] names a stored letter that the model does not have', () => {
    const [a] = [party('A')]
    const rows = [{ id: 'duty_a', claims: {}, cells: { [a?.id ?? '']: 'S' } }]
    expect(findingsOf(modelOf('raci'), rows, a ? [a] : []).map(({ message }) => message)).toContain(
      'A has “S”, which is no letter of RACI.',
    )
  })

  it('[ROLES-7] names partners without a part, with too large a share, and with too few hours', () => {
    const [a, b] = [party('Alpha', 3), party('Beta')]
    const rows = ['duty_1', 'duty_2', 'duty_3', 'duty_4'].map((id) => ({ id, claims: { [a.id]: 1 }, holder: a.id, cells: { [a.id]: 'R' } }))
    expect(findingsOf(modelOf('raci'), rows, [a, b]).map(({ message }) => message)).toEqual([
      'Alpha answers for more than 40 percent of the rows.',
      'Alpha does more than 60 percent of the rows; check its hours.',
      'Alpha has 3 hours a month for 4 responsibilities.',
      'Beta has no part in any row: a stakeholder only, or forgotten?',
    ])
  })

  it('[ROLES-7] counts what a chart asks of each partner', () => {
    const board = importedBoard(rolesText())
    const [first] = loads(modelIn(board), rowsIn(board), basin)
    expect(first).toMatchObject({ party: { name: 'Copper Basin Native Center' }, leads: 6 })
    expect(loads(modelIn(board), rowsIn(board), basin)).toHaveLength(12)
  })

  it('[ROLES-8] writes a cell whatever the rules say of it', () => {
    const board = importedBoard(flawedText())
    const { id } = rowIn(board, 'Offer work placements')
    expect(setCell(board, rosa, { dutyId: id, party: basin[0]?.id ?? '', letters: ['I'] }, 1)).toBe(true)
    expect(rowIn(board, 'Offer work placements').cells).toEqual({ [basin[0]?.id ?? '']: 'I' })
  })

  it('[ROLES-16] counts a partner that left as nobody', () => {
    const board = new Y.Doc()
    const id = addDuty(board, rosa, chartId, 'Recruit participants')
    assign(board, rosa, id, 'partner_left', 1)
    expect(errorsBy(board)).toContainEqual(['Recruit participants', 'Nobody is accountable yet.', { kind: 'give', letter: 'A' }])
    expect(() => rolesOutline([], duties.all(board), basin)).not.toThrow()
  })
})

describe('what other tools see', () => {
  it('[ROLES-15] gives the document the matrix in parts of at most six partners, and what is open', () => {
    const board = importedBoard(flawedText())
    const [section] = rolesOutline([], duties.all(board), basin)
    const tables = section?.blocks.filter((block) => block.type === 'table') ?? []
    expect(tables.map(({ caption, head, rows }) => [caption, head.length, rows.length])).toEqual([
      ['Responsibilities by partner, partners 1 to 6 of 12', 7, 18],
      ['Responsibilities by partner, partners 7 to 12 of 12', 7, 18],
      ['Responsibilities and hours by partner', 5, 10],
    ])
    expect(JSON.stringify(section)).toContain('Recruit participants: Nobody is accountable yet.')
    expect(rolesOutline([], [], basin)).toEqual([])
  })

  it('[ROLES-15] titles the charts when there are several', () => {
    const board = importedBoard(rolesText())
    addDuty(board, rosa, 'chart_second', 'Childcare and transport')
    changeModel(board, rosa, 'chart_second', 'lead-support')
    const [section] = rolesOutline([], duties.all(board), basin)
    expect(JSON.stringify(section)).toContain('Role chart (RACI)')
  })

  it('[ROLES-17] lets the server refuse letters and models that do not exist', () => {
    const touched = (collection: string, after: unknown): TouchedRecord => ({
      collection,
      id: 'x',
      change: 'edited',
      fields: [],
      before: undefined,
      after,
      createdBy: undefined,
    })
    const duty = { id: 'duty_a', chartId, label: 'a', order: 'a0', cells: { partner_a: 'R' }, claims: {} }
    const chart = { id: chartId, title: '', model: 'raci', order: 'a0' }
    const check = (collection: string, after: unknown) =>
      rolesTool.check?.(rosa, touched(collection, after), { zone: 'board', record: new Y.Doc(), doc: new Y.Doc() })
    expect(check('duties', duty)).toBeUndefined()
    expect(check('duties', { ...duty, cells: { partner_a: 'X' } })).toMatch(/no letter of any role model/)
    expect(check('duties', { ...duty, cells: { partner_a: 'rr' } })).toMatch(/not written/)
    expect(check('charts', chart)).toBeUndefined()
    expect(check('charts', { ...chart, model: 'xyz' })).toMatch(/no such role model/)
    expect(models.length).toBeGreaterThan(3)
  })
})
