import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Person } from '../../../../server/tools/votes/ledger'
import { participationOf } from '../../../../server/tools/votes/participation'

let number = 0
function people(organisation: string | undefined, count: number): Person[] {
  return Array.from({ length: count }, () => {
    number += 1
    const named = organisation === undefined ? {} : { organisation }
    return { id: `p_${number}aaaaaaa`, name: `P${number}`, role: 'contributor', identity: 'open-link', removed: false, ...named }
  })
}
const idsOf = (persons: readonly Person[]) => new Set<string>(persons.map(({ id }) => id))

describe('taking part by organisation', () => {
  it('[DRAFTS-87] counts who answered, one spelling an organisation, people without one last', () => {
    const [college, Again, alone] = [people('Tribal College', 2), people('tribal  college', 1), people(undefined, 2)]
    const electorate = [...alone, ...college, ...Again]
    expect(participationOf(electorate, idsOf([...college, ...alone]), false)).toEqual([
      { organisation: 'Tribal College', eligible: 3, answered: 2 },
      { eligible: 2, answered: 2 },
    ])
  })

  it('[DRAFTS-87] in a secret check tells no group of fewer than three apart, by subtraction neither', () => {
    const counts = fc.array(fc.tuple(fc.constantFrom('A', 'B', 'C', 'D', undefined), fc.integer({ min: 1, max: 6 })), { maxLength: 6 })
    const property = fc.property(counts, fc.nat(), (sizes, seed) => {
      const electorate = sizes.flatMap(([organisation, count]) => people(organisation, count))
      const answered = idsOf(electorate.filter((_person, at) => (seed >> (at % 20)) & 1))
      const parts = participationOf(electorate, answered, true)
      const small = parts.filter(({ eligible }) => eligible < 3)
      if (electorate.length >= 3) expect(small).toEqual([])
      expect(parts.reduce((sum, { eligible }) => sum + eligible, 0)).toBe(electorate.length)
      expect(parts.reduce((sum, part) => sum + part.answered, 0)).toBe(answered.size)
      expect(JSON.stringify(parts)).not.toMatch(/p_|P\d/)
    })
    fc.assert(property, { seed: 86, numRuns: 300 })
  })
})
