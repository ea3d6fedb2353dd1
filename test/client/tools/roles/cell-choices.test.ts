import { describe, expect, it } from 'vitest'
import { cellChoices, cellLook, typedLetters } from '../../../../client/tools/roles/cell-choices'
import { movedBy } from '../../../../client/tools/roles/grid-keys'
import { cellText } from '../../../../shared/tools/roles/letters'
import { modelOf } from '../../../../shared/tools/roles/models'

const raci = modelOf('raci')

describe('a cell of the chart', () => {
  it('[ROLES-18] takes a typed letter alone or beside what may stand with it', () => {
    expect(typedLetters(raci, [], 'r')).toEqual(['R'])
    expect(typedLetters(raci, ['R'], 'a')).toEqual(['R', 'A'])
    expect(typedLetters(raci, ['R', 'A'], 'C')).toEqual(['C'])
    expect(typedLetters(raci, ['C'], 'a')).toEqual(['A'])
    expect(typedLetters(raci, ['C'], 'x')).toBeUndefined()
    expect(typedLetters(modelOf('lead-support'), ['S'], 'l')).toEqual(['L'])
  })

  it('[ROLES-18] offers every choice in words, nothing last', () => {
    expect(cellChoices(raci).map(({ label }) => label)).toEqual([
      'Accountable and Responsible',
      'Accountable',
      'Responsible',
      'Consulted',
      'Informed',
      'Nothing',
    ])
    expect(cellText(raci, ['R', 'A'])).toBe('A/R')
    expect(['A', 'R', 'C', 'I'].map((letter) => cellLook(raci, [letter]))).toEqual(['once', 'work', 'asked', 'told'])
    expect(cellLook(raci, [])).toBe('none')
  })
})

describe('moving in the chart', () => {
  const move = (key: string, at: readonly [number, number], ctrl = false) => {
    const place = movedBy(key, ctrl, { row: at[0], column: at[1] }, 18, 12)
    return place && [place.row, place.column]
  }

  it('[ROLES-18] goes a cell at a time, stops at the edges, and reaches the name of the row', () => {
    expect(move('ArrowRight', [0, 11])).toEqual([0, 11])
    expect(move('ArrowLeft', [0, 0])).toEqual([0, -1])
    expect(move('ArrowLeft', [0, -1])).toEqual([0, -1])
    expect(move('ArrowDown', [17, 3])).toEqual([17, 3])
    expect(move('ArrowUp', [1, 3])).toEqual([0, 3])
  })

  it('[ROLES-18] jumps to the ends of row, chart and page', () => {
    expect(move('Home', [4, 4])).toEqual([4, -1])
    expect(move('End', [4, 4])).toEqual([4, 11])
    expect(move('Home', [4, 4], true)).toEqual([0, 0])
    expect(move('End', [4, 4], true)).toEqual([17, 11])
    expect(move('PageDown', [4, 4])).toEqual([12, 4])
    expect(move('PageUp', [4, 4])).toEqual([0, 4])
    expect(move('q', [4, 4])).toBeUndefined()
  })
})
