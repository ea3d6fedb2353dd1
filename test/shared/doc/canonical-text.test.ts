import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { blocksText, canonicalText, textHash } from '../../../shared/doc/canonical-text'
import { insertNodes } from '../../../shared/doc/rich-nodes'
import { fragmentBlocks } from '../../../shared/doc/rich-text'
import { vectors } from './canonical-text.vectors.json' with { type: 'json' }

function bodyOf(nodes: Parameters<typeof insertNodes>[1]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('body')
  insertNodes(fragment, nodes)
  return fragment
}

describe('the canonical text', () => {
  it.each(vectors)('is as published for $name', ({ body, text, textHash: hash }) => {
    expect(canonicalText(bodyOf(body))).toBe(text)
    expect(textHash(text)).toBe(hash)
    expect(createHash('sha256').update(text, 'utf8').digest('hex')).toBe(hash)
  })

  it('is the same for the blocks that an adopted wording keeps', () => {
    for (const { body, text } of vectors) {
      const blocks: unknown = JSON.parse(JSON.stringify(fragmentBlocks(bodyOf(body))))
      expect(blocksText(blocks as ReturnType<typeof fragmentBlocks>)).toBe(text)
    }
  })

  it('does not depend on how a client cut the text into runs and types', () => {
    const whole = bodyOf([{ type: 'paragraph', content: [{ type: 'text', text: 'one # team (all) of us' }] }])
    const cut = new Y.Doc().getXmlFragment('body')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('one #'), new Y.XmlText(' team '), new Y.XmlText('(all) of us')])
    cut.insert(0, [paragraph])
    expect(canonicalText(cut)).toBe(canonicalText(whole))
  })

  it('leaves out comment marks, ids and unknown attributes', () => {
    const fragment = new Y.Doc().getXmlFragment('body')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('id', 'b1')
    const text = new Y.XmlText()
    text.applyDelta([{ insert: 'a clear ' }, { insert: 'path', attributes: { comment: { id: 'c1' } } }])
    fragment.insert(0, [paragraph])
    paragraph.insert(0, [text])
    expect(canonicalText(fragment)).toBe('a clear path')
  })

  it('keeps the words of nodes that it does not know', () => {
    const fragment = bodyOf([{ type: 'callout', content: [{ type: 'fancy', content: [{ type: 'text', text: 'kept' }] }] }])
    fragment.insert(0, [new Y.XmlText('loose')])
    expect(canonicalText(fragment)).toBe('loose\n\nkept')
  })

  it('gives two texts for two wordings that differ only in markup', () => {
    const plain = bodyOf([{ type: 'paragraph', content: [{ type: 'text', text: '**all**' }] }])
    const bold = bodyOf([{ type: 'paragraph', content: [{ type: 'text', text: 'all', marks: [{ type: 'bold' }] }] }])
    expect(canonicalText(plain)).not.toBe(canonicalText(bold))
  })

  it('never lets a script or a link that may run through, whatever is stored', () => {
    const addresses = [
      'javascript:alert(1)',
      'JAVA\tSCRIPT:alert(1)',
      ' javascript:x',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '//evil',
      7,
      {},
    ]
    for (const href of addresses) {
      const fragment = bodyOf([{ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }] }])
      expect(fragmentBlocks(fragment)).toEqual([{ type: 'paragraph', text: [{ text: 'x' }] }])
    }
  })

  it('has no control characters, carriage returns or spaces at its ends', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }), (texts) => {
        const text = canonicalText(bodyOf(texts.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] }))))
        // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that must not be there.
        expect(text).not.toMatch(/[\0-\x08\x0b-\x1f]|\n$|^\n/)
        expect(text).toBe(text.normalize('NFC'))
      }),
    )
  })
})
