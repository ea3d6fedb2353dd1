import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { changeModel, setOwnLetters } from '../../../../shared/tools/roles/change-model'
import { charts, duties } from '../../../../shared/tools/roles/collections'
import { addDuties, assign, clearUnknown, keepOnly, removeDuty, restoreDuty, setCell } from '../../../../shared/tools/roles/commands'
import { lettersOf, unknownLetters } from '../../../../shared/tools/roles/letters'
import { modelOf } from '../../../../shared/tools/roles/models'
import { rolesOutline } from '../../../../shared/tools/roles/outline'
import { chartModel } from '../../../../shared/tools/roles/own'
import { findingsOf } from '../../../../shared/tools/roles/rules'
import type { DutyId } from '../../../../shared/tools/roles/schema'
import { person, replicas } from '../../../support/boards'
import { chartId, party, rosa, rowsIn } from './support'

const everybody = ['a', 'b', 'c', 'd'].map((name) => party(name))
const roster = 'roster'
const ownLetters = [
  { letter: 'H', name: 'Hosts', stands: 'once', works: true },
  { letter: 'D', name: 'Does', stands: 'some', works: true },
] as const

const act = fc.record({
  replica: fc.nat(3),
  what: fc.constantFrom('set', 'set', 'set', 'assign', 'assign', 'keep', 'model', 'leave', 'return', 'remove', 'restore', 'own', 'clear'),
  party: fc.nat(3),
  row: fc.nat(2),
  letters: fc.constantFrom([], ['A'], ['R'], ['A', 'R'], ['C'], ['I'], ['S'], ['D'], ['L'], ['H']),
  model: fc.constantFrom('raci', 'rasci', 'daci', 'lead-support', 'own'),
  syncs: fc.boolean(),
})

describe('a chart that several people change at the same time', () => {
  test.prop([fc.array(act, { minLength: 1, maxLength: 50 })], { numRuns: 200 })(
    '[ROLES-36] is the same for all afterwards, and never has two with the once-only letter without saying so',
    (acts) => {
      let ids: readonly DutyId[] = []
      const { docs, sync } = replicas(4, (doc) => {
        ids = addDuties(doc, rosa, chartId, [{ label: 'one' }, { label: 'two' }, { label: 'three' }])
        for (const { id } of everybody) doc.getMap(roster).set(id, true)
      })
      for (const [index, each] of acts.entries()) {
        const doc = docs[each.replica] as Y.Doc // four were asked for
        doAct(doc, each, ids[each.row] as DutyId, everybody[each.party]?.id ?? '', index + 1) // three rows, four partners
        sayingSo(doc)
        if (each.syncs) sync()
      }
      sync()
      for (const doc of docs) {
        sayingSo(doc)
        expect(duties.all(doc)).toEqual(expect.arrayContaining([...duties.all(docs[0] as Y.Doc)]))
        expect(charts.all(doc)).toEqual(charts.all(docs[0] as Y.Doc))
      }
    },
    60_000,
  )

  it('[ROLES-36] gives nobody the once-only letter by one that was typed while it meant something else', () => {
    const typedBefore = { cells: { a: 'D', b: 'D/C' }, claims: {} }
    for (const [id, known] of [
      ['a', []],
      ['b', ['C']],
    ] as const) {
      expect(lettersOf(typedBefore, id, modelOf('daci'))).toEqual(known)
      expect(unknownLetters(typedBefore, id, modelOf('daci'))).toEqual(['D'])
    }
  })
})

function doAct(
  doc: Y.Doc,
  { replica, what, letters, model }: typeof act extends fc.Arbitrary<infer A> ? A : never,
  dutyId: DutyId,
  partyId: string,
  atMs: number,
) {
  const actor = person(`r${replica}`)
  const once = modelOn(doc).once
  const acts: Record<string, () => unknown> = {
    set: () => setCell(doc, actor, { dutyId, party: partyId, letters }, atMs),
    assign: () => assign(doc, actor, dutyId, partyId, atMs),
    keep: () => keepOnly(doc, actor, dutyId, partyId, letters[0] ?? once, atMs),
    model: () => changeModel(doc, actor, chartId, model),
    own: () => setOwnLetters(doc, actor, chartId, ownLetters.slice(0, 1 + (atMs % 2))),
    clear: () => clearUnknown(doc, actor, dutyId),
    leave: () => doc.getMap(roster).delete(partyId),
    return: () => doc.getMap(roster).set(partyId, true),
    remove: () => removeDuty(doc, actor, dutyId, atMs),
    restore: () => restoreDuty(doc, actor, dutyId),
  }
  acts[what]?.()
}

const modelOn = (doc: Y.Doc) => chartModel(charts.get(doc, chartId))

/** Reads a chart as screens and documents do; every conflict and every letter that means nothing must be in the findings. */
function sayingSo(doc: Y.Doc): void {
  const model = modelOn(doc)
  const present = everybody.filter(({ id }) => doc.getMap(roster).has(id))
  const rows = rowsIn(doc)
  const found = findingsOf(model, rows, present)
  rolesOutline(charts.all(doc), duties.all(doc), present)
  for (const row of rows) {
    const about = found.filter(({ dutyId }) => dutyId === row.id)
    const owners = present.filter(({ id }) => lettersOf(row, id, model).includes(model.once))
    if (owners.length > 1) expect(about).toContainEqual(expect.objectContaining({ fix: { kind: 'settle', letter: model.once } }))
    const strange = present.some(({ id }) => unknownLetters(row, id, model).length > 0)
    expect(about.some(({ ruleId }) => ruleId === 'unknown-letter')).toBe(strange)
  }
}
