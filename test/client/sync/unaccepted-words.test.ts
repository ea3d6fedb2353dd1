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

  it('are what the person typed into a wording, without the words of others around it', () => {
    const doc = new Y.Doc()
    const text = new Y.XmlText('Every adult in the valley')
    doc.getXmlFragment('body').insert(0, [text])
    const update = updateOf(doc, () => {
      text.insert(25, ' can sea a path')
      text.delete(32, 1)
      text.insert(32, 'e')
      text.insert(0, 'By 2030: ')
    })
    expect(wordsOf(doc, update)).toEqual(['By 2030:', 'can see a path'])
  })

  it('leave out what the person had typed before, although it became one piece with the rest', () => {
    const doc = new Y.Doc()
    const text = doc.getText('body')
    text.insert(0, 'saved and ')
    const update = updateOf(doc, () => text.insert(10, 'not saved'))
    expect(wordsOf(doc, update)).toEqual(['not saved'])
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
