import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import content from '../../../../shared/content/partner-roles.json'
import { callsEmployers, givesSupport } from '../../../../shared/tools/roles/checks'
import { modelOf, models, type RoleModel } from '../../../../shared/tools/roles/models'
import { rolesOutline } from '../../../../shared/tools/roles/outline'
import { chartModel, ownModelId } from '../../../../shared/tools/roles/own'
import { findingCounts, findingsOf, type RuledRow } from '../../../../shared/tools/roles/rules'
import type { Party } from '../../../../shared/tools/tool'
import { basin, flawedText, importedBoard, rolesText, rowsIn } from './support'

const sectors = ['employers', 'education', 'workforce-development', 'employers', '']
const parties: readonly Party[] = sectors.map((sector, place) => ({ id: `p${place}`, name: `Partner ${place}`, sector, level: '' }))
const own = chartModel({
  model: ownModelId,
  own: {
    H: { name: 'Helps', stands: 'free', works: true, place: 1 },
    W: { name: 'Watches', stands: 'free', works: false, place: 2 },
  },
})
const labels = {
  'Contact and involve employers': 'employers',
  'Bring employers in and keep them involved': 'employers',
  'Provide support services': 'support',
  'Provide wrap-around support': 'support',
  'Place graduates with employers': '',
  'Write the curriculum': '',
} as const
type Label = keyof typeof labels

describe.each([...models, own])('the checks of the role library in a chart of $id', (model: RoleModel) => {
  const works = model.letters
    .filter(({ name, works: said = !['Consulted', 'Informed'].includes(name) }) => said)
    .map(({ letter }) => letter)
  const cell = fc.constantFrom('', '', ...model.letters.map(({ letter }) => letter))
  const line = fc.record({
    label: fc.constantFrom(...(Object.keys(labels) as Label[])), // the keys of the object above
    cells: fc.array(cell, { minLength: parties.length, maxLength: parties.length }),
  })

  test.prop([fc.array(line, { minLength: 1, maxLength: 6 })], { numRuns: 200 })(
    '[ROLES-46] say what counting by hand finds, and nothing else',
    (drawn) => {
      const rows = drawn.map(({ label, cells }, row): RuledRow => {
        const held = cells.map((letter, place) => [`p${place}`, letter] as const).filter(([, letter]) => letter !== '')
        const isOnce = (letter: string) => letter === model.once
        return {
          id: `row${row}`,
          label,
          claims: Object.fromEntries(held.filter(([, letter]) => isOnce(letter)).map(([party]) => [party, 1])),
          cells: Object.fromEntries(held.filter(([, letter]) => !isOnce(letter))),
        }
      })
      const found = findingsOf(model, rows, parties)
      const hasOther = (id: string) =>
        found.some(({ dutyId, severity, ruleId }) => dutyId === id && severity === 'error' && ruleId !== 'unowned-responsibility')
      const expected: string[] = []
      for (const [row, { label, cells }] of drawn.entries()) {
        const places = cells.flatMap((letter, place) => (works.includes(letter) ? [place] : []))
        if (places.length === 0 && !hasOther(`row${row}`)) expected.push(`unowned-responsibility row${row}`)
        if (labels[label] === 'employers' && places.filter((place) => sectors[place] !== 'employers').length > 1)
          expected.push(`employer-fatigue row${row}`)
        if (labels[label] === 'support' && places.length > 1) expected.push(`support-overlap row${row}`)
      }
      for (const [place, { id }] of parties.entries()) {
        if (drawn.length > 1 && drawn.filter(({ cells }) => works.includes(cells[place] ?? '')).length === 1)
          expected.push(`single-role-partner ${id}`)
      }
      const checked = found.filter(({ ruleId }) => content.checks.some(({ id }) => id === ruleId))
      expect(checked.map(({ ruleId, dutyId, partyId }) => `${ruleId} ${dutyId ?? partyId}`).sort()).toEqual(expected.sort())
      // Somebody does something in every row, or an error says that it is not so.
      for (const [row, { cells }] of drawn.entries()) {
        const isDone = cells.some((letter) => works.includes(letter))
        expect(isDone || found.some(({ dutyId, severity }) => dutyId === `row${row}` && severity === 'error')).toBe(true)
      }
    },
  )
})

describe('the checks of the role library', () => {
  it('[ROLES-46] speak in words, count in the head, and offer what mends them', () => {
    const raci = modelOf('raci')
    const row = { id: 'row', label: 'Contact and involve employers', claims: { p1: 1 }, cells: { p1: 'R', p2: 'R', p4: 'R', p0: 'R' } }
    const fatigue = findingsOf(raci, [row], parties).find(({ ruleId }) => ruleId === 'employer-fatigue')
    expect(fatigue).toEqual({
      ruleId: 'employer-fatigue',
      severity: 'warning',
      dutyId: 'row',
      message: 'Three partners approach employers. Agree who calls whom, or one employer hears five requests.',
    })
    const unowned = findingsOf(own, [{ id: 'row', label: 'Teach', claims: {}, cells: { p1: 'W' } }], parties)
    expect(unowned[0]).toMatchObject({ severity: 'error', message: 'No partner does this yet.', fix: { kind: 'give', letter: 'H' } })
    expect(findingCounts(own, unowned)[0]?.text).toBe('1 with nobody to do it')
  })

  it('[ROLES-46] know the responsibilities of the library and the sample, and stand in the document', () => {
    const all = [...content.responsibilities.map(({ label }) => label), ...rowsIn(importedBoard(rolesText())).map(({ label }) => label)]
    expect(all.filter(callsEmployers)).toEqual(['Bring employers in and keep them involved', 'Contact and involve employers'])
    expect(all.filter(givesSupport)).toEqual(['Provide support services', 'Provide wrap-around support'])
    const chapter = JSON.stringify(rolesOutline([], rowsIn(importedBoard(flawedText())), basin))
    expect(chapter).toMatch(/Contact and involve employers: \w+ partners approach employers\. Agree who calls whom/)
  })
})
