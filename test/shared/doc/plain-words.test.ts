import { describe, expect, it } from 'vitest'
import { blocksText } from '../../../shared/doc/canonical-text'
import type { Block } from '../../../shared/doc/outline'
import { plainWords } from '../../../shared/doc/plain-words'

const paragraph = (text: string): Block => ({ type: 'paragraph', text: [{ text }] })

describe('the words of a canonical text', () => {
  it('are what people typed, whatever of it had to be escaped', () => {
    for (const text of [
      '# not a heading',
      '- no list',
      '1. no list',
      'snake_case and _underlined_',
      'a * b ~ c',
      '[x](y)',
      'C:\\path',
      '<b>&amp;',
    ]) {
      expect(plainWords(blocksText([paragraph(text)]))).toBe(text)
    }
  })

  it('come without marks, links and the frames of lists, headings, quotes and tables', () => {
    const blocks: readonly Block[] = [
      { type: 'heading', level: 2, text: [{ text: 'Our aim' }] },
      {
        type: 'paragraph',
        text: [
          { text: 'One ' },
          { text: 'open', marks: ['bold', 'italic'] },
          { text: ' ' },
          { text: 'door', marks: [{ href: 'https://example.org/a(b)' }] },
          { text: '\nfor all' },
        ],
      },
      { type: 'list', ordered: true, items: [{ blocks: [paragraph('First')] }, { blocks: [paragraph('Second')] }] },
      { type: 'quote', blocks: [paragraph('Said')] },
      { type: 'rule' },
      { type: 'table', head: [[{ text: 'Who' }], [{ text: 'What' }]], rows: [[[{ text: 'Ben' }], [{ text: 'a|b' }]]] },
    ]
    expect(plainWords(blocksText(blocks))).toBe(
      ['Our aim', 'One open door', 'for all', 'First', 'Second', 'Said', 'Who · What', 'Ben · a|b'].join('\n'),
    )
  })
})
