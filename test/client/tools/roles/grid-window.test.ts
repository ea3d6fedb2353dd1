import { describe, expect, it } from 'vitest'
import { piecesOf, placeAt, spanAround } from '../../../../client/tools/roles/grid-window'

describe('the part of a large grid that is drawn', () => {
  it('[ROLES-30] is what is seen and a little more, and stays the same over a short scroll', () => {
    expect(spanAround(0, 8, 60)).toEqual({ from: 0, to: 12 })
    expect(spanAround(20, 29, 60)).toEqual({ from: 16, to: 36 })
    expect(spanAround(21, 30, 60)).toEqual({ from: 16, to: 36 })
    expect(spanAround(55, 59, 60)).toEqual({ from: 52, to: 60 })
    expect(spanAround(0, 0, 0)).toEqual({ from: 0, to: 0 })
  })

  it('[ROLES-30] leaves a gap as wide as the columns that are not drawn', () => {
    const pieces = piecesOf(60, { from: 16, to: 18 }, undefined)
    expect(pieces).toEqual([{ from: 0, skipped: 16 }, { column: 16 }, { column: 17 }, { from: 18, skipped: 42 }])
    expect(piecesOf(2, { from: 0, to: 12 }, 0)).toEqual([{ column: 0 }, { column: 1 }])
    expect(piecesOf(3, { from: 0, to: 0 }, undefined)).toEqual([{ from: 0, skipped: 3 }])
  })

  it('[ROLES-30] keeps the cell that has the keyboard wherever it is', () => {
    expect(piecesOf(60, { from: 16, to: 17 }, 2)).toEqual([
      { from: 0, skipped: 2 },
      { column: 2 },
      { from: 3, skipped: 13 },
      { column: 16 },
      { from: 17, skipped: 43 },
    ])
    expect(piecesOf(4, { from: 0, to: 4 }, -1).map((piece) => 'column' in piece && piece.column)).toEqual([0, 1, 2, 3])
  })

  it('[ROLES-30] finds the row at a height, whatever the heights are', () => {
    const begins = [0, 47, 120, 167]
    const at = (offset: number) => placeAt(begins.length, (index) => begins[index] ?? 0, offset)
    expect([-5, 0, 46, 47, 119, 120, 900].map(at)).toEqual([0, 0, 0, 1, 1, 2, 3])
    expect(placeAt(0, () => 0, 10)).toBe(0)
  })
})
