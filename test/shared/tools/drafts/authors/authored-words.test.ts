import { describe, expect, it } from 'vitest'
import { wordShares } from '../../../../../shared/tools/drafts/authors/authored-words'

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
})
