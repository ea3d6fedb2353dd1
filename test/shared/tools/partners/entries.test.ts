import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { partners } from '../../../../shared/tools/partners/collections'
import { addPartner, editPartner } from '../../../../shared/tools/partners/commands'
import type { PartnerId } from '../../../../shared/tools/partners/schema'
import { person, replicas } from '../../../support/boards'
import { rosa } from './support'

const ben = person('ben')
const entry = fc.constantFrom('Ada', 'Bo', 'Cy', 'Dee', 'Eve', 'Flo')
const list = fc.uniqueArray(entry, { maxLength: 6 })

function collegeOn(board: Y.Doc, people?: string[]): PartnerId {
  return addPartner(board, rosa, { name: 'Valley College', seats: [], people })
}

function pair(people: string[]) {
  let id: PartnerId = 'partner_none'
  const { docs, sync } = replicas(2, (doc) => {
    id = collegeOn(doc, people)
  })
  const [first, second] = docs as [Y.Doc, Y.Doc] // two were asked for
  return { first, second, sync, id }
}

/** As lists were stored once: one value. */
function storedWhole(board: Y.Doc, id: PartnerId, people: readonly string[]): void {
  editPartner(board, rosa, id, { people: undefined })
  const row = board.getMap(partners.name).get(id)
  if (row instanceof Y.Map) row.set('people', people)
}

const peopleOn = (board: Y.Doc, id: PartnerId) => partners.get(board, id)?.people ?? []

describe('the lists of a partner', () => {
  it('[PARTNERS-70] keeps what two people add to one list and take from it at once', () => {
    const { first, second, sync, id } = pair(['Ada', 'Bo'])
    editPartner(first, rosa, id, { people: ['Ada', 'Bo', 'Cy'] })
    editPartner(second, ben, id, { people: ['Bo', 'Dee'] })
    sync()
    expect([...peopleOn(first, id)].sort()).toEqual(['Bo', 'Cy', 'Dee'])
    expect(peopleOn(second, id)).toEqual(peopleOn(first, id))
  })

  it('[PARTNERS-70] keeps the first entries that two people give an empty list at once', () => {
    const { first, second, sync, id } = pair([])
    editPartner(first, rosa, id, { skills: ['Data'] })
    editPartner(second, ben, id, { skills: ['Facilitation'] })
    sync()
    expect(partners.get(first, id)?.skills).toEqual(['Data', 'Facilitation'])
  })

  test.prop([list, list, list])('[PARTNERS-70] has the order in which each was typed', (one, two, three) => {
    const board = new Y.Doc()
    const id = collegeOn(board, one)
    for (const people of [two, three, one]) {
      editPartner(board, rosa, id, { people })
      expect(peopleOn(board, id)).toEqual(people)
    }
  })

  test.prop([list, list, list])(
    '[PARTNERS-70] comes to the same for everybody, with every addition and without what was taken',
    (start, one, two) => {
      const { first, second, sync, id } = pair(start)
      editPartner(first, rosa, id, { people: one })
      editPartner(second, ben, id, { people: two })
      sync()
      expect(peopleOn(second, id)).toEqual(peopleOn(first, id))
      for (const each of new Set([...start, ...one, ...two])) {
        const isThere = peopleOn(first, id).includes(each)
        if (!start.includes(each) || (one.includes(each) && two.includes(each))) expect(isThere).toBe(true)
      }
      for (const each of start) if (!one.includes(each) && !two.includes(each)) expect(peopleOn(first, id)).not.toContain(each)
    },
  )

  it('[PARTNERS-71] reads a list that was stored whole, and parts it when it is first changed', () => {
    const { first, second, sync, id } = pair([])
    storedWhole(first, id, ['Ada', 'Bo'])
    sync()
    expect(peopleOn(second, id)).toEqual(['Ada', 'Bo'])
    editPartner(first, rosa, id, { people: ['Ada', 'Bo', 'Cy'] })
    editPartner(second, ben, id, { people: ['Ada', 'Bo', 'Dee'] })
    sync()
    for (const board of [first, second]) expect(peopleOn(board, id)).toEqual(['Ada', 'Bo', 'Cy', 'Dee'])
    editPartner(first, rosa, id, { people: [] })
    expect(partners.get(first, id)).not.toHaveProperty('people')
  })

  it('[PARTNERS-72] keeps what others did to a list while a form was open', () => {
    const board = new Y.Doc()
    const id = collegeOn(board, ['Ada', 'Bo'])
    const opened = partners.get(board, id)
    editPartner(board, ben, id, { people: ['Bo', 'Cy'] })
    editPartner(board, rosa, id, { people: ['Ada', 'Bo', 'Dee'] }, opened)
    expect([...peopleOn(board, id)].sort()).toEqual(['Bo', 'Cy', 'Dee'])
  })
})
