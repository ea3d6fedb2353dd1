import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { wordsOf } from '../../../client/sync/unaccepted-words'

/** What `change` brought into a document, as one update. */
function updateOf(doc: Y.Doc, change: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc)
  change()
  return Y.encodeStateAsUpdate(doc, before)
}

describe('words that were not accepted', () => {
  it('are the texts of records, without ids and keys', () => {
    const doc = new Y.Doc()
    const update = updateOf(doc, () => {
      const note = new Y.Map<unknown>(
        Object.entries({
          id: 'idea_abcdefgh12345678',
          text: 'Night buses',
          kind: 'idea',
          order: 'a0',
          authorId: 'p_abcdefgh12345678',
          createdAtMs: 5,
        }),
      )
      doc.getMap('ideas').set('idea_abcdefgh12345678', note)
    })
    expect(wordsOf(doc, update)).toEqual(['Night buses'])
  })

  it('name a field that was written again, although the update does not', () => {
    const doc = new Y.Doc()
    const note = new Y.Map<unknown>(Object.entries({ text: 'first', order: 'a0' }))
    doc.getMap('ideas').set('idea_abcdefgh12345678', note)
    const update = updateOf(doc, () => {
      note.set('text', 'second')
      note.set('order', 'a1')
    })
    expect(wordsOf(doc, update)).toEqual(['second'])
  })

  it('are whole paragraphs of a wording, each once', () => {
    const doc = new Y.Doc()
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText('Every adult in the valley')
    doc.getXmlFragment('body').insert(0, [paragraph])
    paragraph.insert(0, [text])
    const update = updateOf(doc, () => {
      text.insert(25, ' can see a path')
      text.insert(0, 'By 2030: ')
    })
    expect(wordsOf(doc, update)).toEqual(['By 2030: Every adult in the valley can see a path'])
  })

  it('leave out what the person took back', () => {
    const doc = new Y.Doc()
    const update = updateOf(doc, () => {
      const note = new Y.Map<unknown>([['text', 'never mind']])
      doc.getMap('ideas').set('idea_abcdefgh12345678', note)
      doc.getMap('ideas').delete('idea_abcdefgh12345678')
    })
    expect(wordsOf(doc, update)).toEqual([])
  })
})
