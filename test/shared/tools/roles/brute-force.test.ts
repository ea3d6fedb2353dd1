import { fc, test } from '@fast-check/vitest'
import { describe, expect } from 'vitest'
import content from '../../../../shared/content/role-models.json'
import { modelOf } from '../../../../shared/tools/roles/models'
import { findingsOf, type RuledRow } from '../../../../shared/tools/roles/rules'
import type { Party } from '../../../../shared/tools/tool'

const parties: readonly Party[] = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ id, name: `The ${id}`, sector: '', level: '' }))
const places = [...parties.map(({ id }) => id), 'left']

/** A cell as somebody would write it in a table: letters one after the other; the once-only letter is one of them. */
type Table = readonly (readonly string[])[]

for (const { id, letters, cellMayHold, rules } of content.models) {
  const once = rules[0]?.letters[0] ?? ''
  const cell = fc.constantFrom('', '', ...letters.map(({ letter }) => letter), ...cellMayHold.map((set) => set.join('')))
  const table: fc.Arbitrary<Table> = fc.array(fc.array(cell, { minLength: places.length, maxLength: places.length }), {
    minLength: 1,
    maxLength: 6,
  })

  describe(`the rules of ${id}`, () => {
    test.prop([table], { numRuns: 300 })('[ROLES-35] find what counting by hand finds, and nothing else', (drawn) => {
      const found = findingsOf(
        modelOf(id),
        drawn.map((line, row) => recordOf(line, row, once)),
        parties,
      )
      const told = found
        .filter(({ ruleId }) => rules.some((rule) => rule.id === ruleId))
        .map(({ ruleId, dutyId, partyId }) => `${ruleId} ${dutyId ?? partyId}`)
      expect(told.sort()).toEqual(countedByHand(drawn, rules).sort())
    })
  })
}

function recordOf(line: readonly string[], row: number, once: string): RuledRow {
  const filled = line.map((letters, place) => [places[place] ?? '', letters] as const)
  const claims = filled.filter(([, letters]) => letters.includes(once)).map(([party]) => [party, 1] as const)
  const typed = filled.map(([party, letters]) => [party, [...letters].filter((letter) => letter !== once).join('/')] as const)
  return { id: `row${row}`, claims: Object.fromEntries(claims), cells: Object.fromEntries(typed.filter(([, letters]) => letters !== '')) }
}

/** The content's rules read by somebody who has only the table; the last column's partner has left and does not count. */
function countedByHand(drawn: Table, rules: (typeof content.models)[number]['rules']): string[] {
  const present = drawn.map((line) => line.slice(0, parties.length))
  const broken: string[] = []
  for (const { id, scope, check, letters, value } of rules) {
    const limit = value ?? 0
    const any = (cell: string) => letters.some((letter) => cell.includes(letter))
    if (scope === 'row') {
      for (const [row, line] of present.entries()) {
        const times = line.filter(any).length
        const missing = letters.filter((letter) => !line.some((cell) => cell.includes(letter)))
        const isBroken =
          (check === 'exactly' && times !== limit) ||
          (check === 'atLeast' && times < limit) ||
          (check === 'atMost' && times > limit) ||
          (check === 'requires' && missing.length > 0 && !missing.includes(letters[0] ?? '')) ||
          (check === 'differentHolder' && line.some((cell) => letters.every((letter) => cell.includes(letter))))
        if (isBroken) broken.push(`${id} row${row}`)
      }
    } else {
      for (const [place, { id: party }] of parties.entries()) {
        const times = present.filter((line) => any(line[place] ?? '')).length
        // One row alone is no share that could be too large.
        const isBroken = check === 'notEmpty' ? times < limit : times > 1 && times / present.length > limit
        if (isBroken) broken.push(`${id} ${party}`)
      }
    }
  }
  return broken
}
