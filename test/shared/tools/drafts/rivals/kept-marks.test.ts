import { describe, expect, it } from 'vitest'
import { type Block, plain } from '../../../../../shared/doc/outline'
import { markedInk, withMarks } from '../../../../../shared/tools/drafts/rivals/kept-marks'

const href = 'https://basin.example/plan'
const blocks: readonly Block[] = [
  { type: 'heading', level: 2, text: plain('Together') },
  {
    type: 'list',
    ordered: false,
    items: [
      {
        blocks: [
          {
            type: 'paragraph',
            text: [
              { text: 'One ' },
              { text: 'open door', marks: ['bold'] },
              { text: ' for all, as ' },
              { text: 'planned', marks: [{ href }] },
              { text: '.' },
            ],
          },
        ],
      },
    ],
  },
]
const inked = markedInk(blocks)
const at = (words: string) => inked.ink.indexOf(words.replace(/\s/g, ''))

describe('a picked phrase', () => {
  it('[DRAFTS-72] keeps bold and links of its words, whatever spaces stand between them', () => {
    expect(withMarks(' open  door for all, as planned.', inked, at('open door'))).toEqual([
      { text: ' ' },
      { text: 'open  door', marks: ['bold'] },
      { text: ' for all, as ' },
      { text: 'planned', marks: [{ href }] },
      { text: '.' },
    ])
    expect(withMarks('One', inked, at('One'))).toEqual([{ text: 'One' }])
  })

  it('[DRAFTS-72] has none where its words do not stand', () => {
    expect(withMarks('door open', inked, at('open door'))).toEqual([{ text: 'door open' }])
  })
})
