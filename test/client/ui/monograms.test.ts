import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { monograms } from '../../../client/ui/monograms'
import { readTable, sampleText } from '../../support/sample'

function marksOf(names: readonly string[], most = 3): readonly (string | undefined)[] {
  const marks = monograms(names.map((name, index) => ({ id: String(index), name, most })))
  return names.map((_, index) => marks.get(String(index)))
}

describe('monograms', () => {
  it('[PARTNERS-18] are the first letters of the words that carry the name', () => {
    expect(marksOf(['Valley College', 'Department of Human Services'])).toEqual(['VC', 'DHS'])
    expect(marksOf(["Heron's Bend Nation Workforce Program (WIA)", 'Valley College'], 2)).toEqual(['HB', 'VC'])
  })

  it('[PARTNERS-18] are never empty, whatever the name is made of', () => {
    expect(marksOf(['<script>alert(1)</script>', '(WIA)', 'The', '!!!', 'كلية الوادي', '職業訓練'])).toEqual([
      'SA1',
      'W',
      'T',
      '!',
      'كا',
      '職',
    ])
  })

  it('[PARTNERS-18] differ where two names begin alike, and the shorter name keeps its letters', () => {
    const names = [
      'Copper Basin Community College Adult Basic Education',
      'Copper Basin Community College',
      'Copper Basin Native Center',
      'Copper Basin Native Center Client Services',
    ]
    expect(marksOf(names)).toEqual(['CBA', 'CBC', 'CBN', 'CBS'])
  })

  it.each(['copper-basin', 'cascadia'] as const)('[PARTNERS-18] differ among all the partners of %s', (workshop) => {
    const names = readTable(sampleText(workshop, 'partners.csv')).rows.map(({ cells }) => cells[0] ?? '')
    for (const most of [2, 3]) expect(new Set(marksOf(names, most)).size).toBe(names.length)
  })

  test.prop([fc.array(fc.string(), { maxLength: 40 }), fc.integer({ min: 2, max: 3 })])(
    '[PARTNERS-18] differ and are there for any names at all',
    (names, most) => {
      const marks = marksOf(names, most)
      expect(new Set(marks).size).toBe(names.length)
      expect(marks.every((mark) => mark !== undefined && mark !== '')).toBe(true)
    },
  )
})
