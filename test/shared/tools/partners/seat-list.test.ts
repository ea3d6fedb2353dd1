import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { workshopDocs } from '../../../../shared/tools/docs'
import { partnersTool } from '../../../../shared/tools/partners'
import { leftOut, ownSeats, partners, populations } from '../../../../shared/tools/partners/collections'
import { addPartner, editPartner } from '../../../../shared/tools/partners/commands'
import { coverage, gapSentences } from '../../../../shared/tools/partners/coverage'
import { seatRules, seats, usualPopulations } from '../../../../shared/tools/partners/recommended-team'
import { seatListIn } from '../../../../shared/tools/partners/seat-list'
import { addPopulation, addSeat, leaveOut, removePopulation, removeSeat, setMinimum } from '../../../../shared/tools/partners/seating'
import { person, replicas } from '../../../support/boards'
import expected from '../../../support/samples/expected-gaps.json' with { type: 'json' }
import { cascadia, copperBasin, importedBoard, plan, rosa } from './support'

const coverOf = (board: Y.Doc) => coverage(partners.all(board), seatListIn(board))
const gapsOf = (board: Y.Doc) => gapSentences(coverOf(board))
const idOfSeat = (board: Y.Doc, name: string) => ownSeats.all(board).find((seat) => seat.name === name)?.id ?? 'seat_none'
const addLibrary = (board: Y.Doc, isMinimum: boolean) =>
  addSeat(board, rosa, { name: 'Public library', sector: 'education', level: 'local', isMinimum })

describe('the list of seats', () => {
  it('[PARTNERS-40] takes seats in, holds and misses them like the recommended ones', () => {
    const board = importedBoard(copperBasin(), true)
    addLibrary(board, true)
    const id = idOfSeat(board, 'Public library')
    expect(coverOf(board).sectors[1]?.seats.at(-1)).toMatchObject({ seat: { name: 'Public library', level: 'local' }, heldBy: [] })
    expect(gapsOf(board)[1]).toBe('Nobody from the local level holds a seat for public library yet.')
    const college = partners.all(board).find(({ name }) => name === 'Copper Basin Community College')
    if (!college) throw new Error('no college')
    editPartner(board, rosa, college.id, { seats: [...college.seats, id] })
    expect(coverOf(board).filled.map((rule) => rule.label)).toContain('Public library')
    setMinimum(board, rosa, id, false)
    expect([...coverOf(board).filled, ...coverOf(board).missing]).toHaveLength(seatRules.length)
    expect(removeSeat(board, rosa, id)).toBe(true)
    expect(coverOf(board).sectors[1]?.seats.map(({ seat }) => seat.id)).not.toContain(id)
  })

  it('[PARTNERS-41] does not miss what is left out, and asks for it again', () => {
    const { docs, sync } = replicas(2, (board) => importedBoard(copperBasin(), true, board))
    const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
    leaveOut(first, rosa, 'state-secondary', true)
    leaveOut(second, person('ben'), 'state-secondary', true)
    leaveOut(second, person('ben'), 'state-human-services', true)
    sync()
    for (const board of docs) {
      expect(leftOut.all(board)).toHaveLength(2)
      expect(coverOf(board).missing.map(({ id }) => id)).toEqual([
        'state-workforce',
        'state-postsecondary',
        'state-adult-basic',
        'state-economic',
        'local-economic',
      ])
    }
    leaveOut(first, rosa, 'state-secondary', false)
    expect(coverOf(first).missing.map(({ id }) => id)).toContain('state-secondary')
  })

  it('[PARTNERS-41] has no seat and rule of one name, which would be left out together', () => {
    const ids = [...seats, ...seatRules].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('[PARTNERS-42] has what a population asks for, until it is taken off', () => {
    const board = new Y.Doc()
    addPartner(board, rosa, { name: 'State veterans office', sector: 'workforce-development', seats: [], populations: ['veterans'] })
    const id = addPopulation(board, rosa, 'Veterans', ['State veterans employment program'])
    expect(coverOf(board).populations).toMatchObject([
      { name: 'Veterans', servedBy: [{ name: 'State veterans office' }], seats: [{ heldBy: [] }] },
    ])
    expect(gapsOf(board)).toContain('Veterans ask for a seat that nobody holds yet: state veterans employment program.')
    removePopulation(board, rosa, id)
    expect([ownSeats.all(board), populations.all(board)]).toEqual([[], []])
  })

  it.each([
    ['copper-basin', copperBasin, expected['copper-basin']],
    ['cascadia', cascadia, expected.cascadia],
  ] as const)('[PARTNERS-43] of %s has the gaps worked out by hand', (_name, sample, hand) => {
    const board = new Y.Doc()
    for (const name of hand.populations)
      addPopulation(board, rosa, name, usualPopulations.find((each) => each.name === name)?.asksFor ?? [])
    importedBoard(sample(), true, board)
    expect(coverOf(board).filled.map(({ id }) => id)).toEqual(hand.minimumHeld)
    expect(gapsOf(board)).toEqual(hand.sentences)
  })

  it('[PARTNERS-44] proposes a seat to whoever carries its name, and reads it by name', () => {
    const board = new Y.Doc()
    addLibrary(board, false)
    const id = idOfSeat(board, 'Public library')
    const { rows, problems } = plan(
      'name,seats\nCopper County Public Library,\nArchive,public library; Local universities\nMuseum,zoo\n',
      board,
    )
    expect(rows.map(({ fields, proposedSeats }) => [fields.seats, proposedSeats])).toEqual([
      [[], [id]],
      [[id, 'local-university'], []],
      [[], []],
    ])
    expect(problems).toMatchObject([{ line: 4, value: 'zoo', message: 'No seat is called “zoo”.' }])
  })

  it('[PARTNERS-45] stands in the document with holders, populations and gaps', () => {
    const board = importedBoard(copperBasin(), true)
    addLibrary(board, true)
    addPopulation(board, rosa, 'Veterans', ['State veterans employment program'])
    const docs = workshopDocs(new Y.Doc(), board, () => undefined)
    const text = JSON.stringify(partnersTool.outline(docs, { names: true, reservations: true }))
    for (const words of ['Seats by sector', 'Public library', 'nobody yet', 'Asks for: state veterans employment program (nobody yet).'])
      expect(text).toContain(words)
    for (const gap of gapsOf(board)) expect(text).toContain(gap)
    expect(partnersTool.gaps?.(docs)).toEqual(gapsOf(board))
  })

  it('[PARTNERS-46] is edited under one’s own name only', () => {
    const at = { zone: 'board', record: new Y.Doc(), doc: new Y.Doc() } as const
    const added = (collection: string, after: object) =>
      partnersTool.check?.(
        person('ben'),
        { collection, id: 'x', change: 'added', fields: [], before: undefined, after, createdBy: 'p_ben' },
        at,
      )
    const records = {
      ownSeats: { id: 'seat_a', name: 'Library', level: 'local', isMinimum: false, order: 'a0' },
      leftOutSeats: { id: 'out_state-secondary' },
      targetPopulations: { id: 'population_a', name: 'Veterans', order: 'a0' },
    }
    for (const [collection, record] of Object.entries(records)) {
      expect(added(collection, { ...record, authorId: 'p_ben' })).toBeUndefined()
      expect(added(collection, { ...record, authorId: 'p_rosa' })).toMatch(/under your own name/)
      expect(added(collection, { ...record, id: 'x', authorId: 'p_ben' })).toMatch(/not written/)
    }
  })
})
