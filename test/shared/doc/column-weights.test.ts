import { describe, expect, it } from 'vitest'
import { columnWeights } from '../../../shared/doc/column-weights'
import { plain } from '../../../shared/doc/outline'

const weightsOf = (head: string[], ...rows: string[][]) =>
  columnWeights(
    head.map((text) => plain(text)),
    rows.map((row) => row.map((text) => plain(text))),
  )

describe('the columns of a table', () => {
  it('[DOCUMENT-3] leave room for the whole of a date and of a head’s longest word', () => {
    const [number = 0, date = 0, decision = 0] = weightsOf(['No.', 'Date', 'What was decided'], ['1', '2026-11-23', 'x'.repeat(5)])
    expect(date).toBeGreaterThan('2026-11-23'.length)
    expect(decision).toBeGreaterThan('decided'.length)
    expect(number).toBeLessThan(date)
  })

  it('[DOCUMENT-3] give long cells more, and a long word no more than a line needs', () => {
    const [letters = 0, words = 0, address = 0] = weightsOf(['A', 'B', 'C'], ['R', 'many words '.repeat(20), 'h'.repeat(200)])
    expect(words).toBeGreaterThan(3 * letters)
    expect(address).toBeLessThan(words * 1.5)
  })
})
