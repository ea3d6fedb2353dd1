import { describe, expect, it } from 'vitest'
import { withVersionBefore, wordShares } from '../../../../../shared/tools/drafts/authors/authored-words'

describe('words by person', () => {
  it('[DRAFTS-96] counts a word for whoever began it, most words first, brought-in ones last', () => {
    const runs = [
      { text: 'One do' },
      { text: 'or for every', participantId: 'p_a' },
      { text: ' adult.\nNow', participantId: 'p_b' },
      { text: 'here else, I said', participantId: 'p_a' },
    ]
    expect(wordShares(runs)).toEqual([{ participantId: 'p_a', words: 5 }, { participantId: 'p_b', words: 2 }, { words: 2 }])
    expect(wordShares([{ text: ' \n' }])).toEqual([])
  })

  it('[DRAFTS-138] tells brought-in words that the version before has from those it has not', () => {
    const runs = [{ text: 'One door for ' }, { text: 'every ', participantId: 'p_a' }, { text: 'adult near home.' }]
    expect(withVersionBefore(runs, 'One door for each adult.')).toEqual([
      { text: 'One door for ', isFromBefore: true },
      { text: 'every ', participantId: 'p_a' },
      { text: 'adult near home.' },
    ])
    expect(wordShares(withVersionBefore(runs.slice(0, 2), 'One door for each adult.'))).toEqual([
      { participantId: 'p_a', words: 1 },
      { isFromBefore: true, words: 3 },
    ])
    const split = withVersionBefore([{ text: 'One door for all adults, near work and home.' }], 'One door for all adults.')
    expect(split[0]).toEqual({ text: 'One door for all adults', isFromBefore: true })
    expect(split.slice(1).some(({ isFromBefore }) => !isFromBefore)).toBe(true)
  })
})
