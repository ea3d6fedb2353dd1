import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalText, textHash } from '../../../../shared/doc/canonical-text'
import type { Block } from '../../../../shared/doc/outline'
import { fillFragment } from '../../../../shared/doc/rich-nodes'
import { fragmentBlocks } from '../../../../shared/doc/rich-text'
import { hintsFor, lengthInWords } from '../../../../shared/tools/drafts/guidance'
import { countWords, plainText } from '../../../../shared/tools/drafts/plain-text'

const line = (text: string): Block => ({ type: 'paragraph', text: [{ text }] })
const spaces: Readonly<Record<string, readonly Block[]>> = {
  spaces: [line('   '), line('\t')],
  'spaces that do not break': [line('\u00a0\u202f\u2003')],
  'characters without a shape': [line('\u200b\u2060\ufeff'), line('\u00ad'), line('\u2800')],
  'bold spaces': [
    {
      type: 'paragraph',
      text: [
        { text: '  ', marks: ['bold'] },
        { text: ' ', marks: [{ href: 'https://example.org/' }] },
      ],
    },
  ],
  'breaks alone': [line('\n \n')],
  'an empty heading': [{ type: 'heading', level: 1, text: [{ text: ' ' }] }],
  'empty items': [{ type: 'list', ordered: true, items: [{ blocks: [line(' ')] }, { blocks: [line('')], checked: true }] }],
  'an empty table': [{ type: 'table', head: [[{ text: ' ' }], []], rows: [[[], [{ text: '\u00a0' }]]] }],
  'an empty quote': [{ type: 'quote', blocks: [line(' ')] }],
}

describe('a wording of nothing but spaces', () => {
  it.each(Object.entries(spaces))('[DRAFTS-112] is an empty one: %s', (_name, blocks) => {
    const body = new Y.Doc().getXmlFragment('body')
    fillFragment(body, blocks)
    const plain = plainText(fragmentBlocks(body))
    expect(canonicalText(body)).toBe('')
    expect(textHash(canonicalText(body))).toBe(textHash(''))
    expect(countWords(plain)).toBe(0)
    expect(lengthInWords('vision', countWords(plain))).toBe('0 words')
    expect(hintsFor('vision', plain, 1).every(({ state }) => state === 'judge')).toBe(true)
  })

  it('[DRAFTS-112] keeps the characters without a shape that stand between words', () => {
    const body = new Y.Doc().getXmlFragment('body')
    fillFragment(body, [line('می\u200cخواهیم 👩\u200d🏫')])
    expect(canonicalText(body)).toBe('می\u200cخواهیم 👩\u200d🏫')
  })
})
