import { describe, expect, it } from 'vitest'
import { privateWords } from '../../../../client/tools/ideas/private-words'

describe('the count of private notes', () => {
  it.each([
    [4, 0, '4 private notes'],
    [4, 2, '2 of yours, 2 of others, private'],
    [2, 2, '2 of yours, private'],
    [0, 1, '1 of yours, private'],
  ])('[IDEAS-16] of %i, %i of them mine, tells mine from those of others', (all, mine, words) => {
    expect(privateWords(all, mine)).toBe(words)
  })
})
