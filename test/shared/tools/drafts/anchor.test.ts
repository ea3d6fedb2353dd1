import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { canonicalText } from '../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../shared/doc/rich-nodes'
import { spansOf, wordsAt } from '../../../../shared/tools/drafts/anchor'
import type { CommentedWords } from '../../../../shared/tools/drafts/comments/comment-commands'
import { wordingText, wordsIn } from '../../../../shared/tools/drafts/wording-text'

const vision = 'By 2030, every adult in Sonora Valley can see a clear path to a family-sustaining career.'

function written(...paragraphs: readonly string[]): Y.XmlFragment {
  const body = new Y.Doc().getXmlFragment('body')
  fillFragment(
    body,
    paragraphs.map((text) => ({ type: 'paragraph', text: [{ text }] })),
  )
  return body
}

function lineAt(body: Y.XmlFragment, index: number): Y.XmlText {
  const paragraph = body.get(index)
  const line = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (!(line instanceof Y.XmlText)) throw new Error('there is no such line')
  return line
}

/** A comment on the first place of `words`. */
function commentOn(body: Y.XmlFragment, words: string): CommentedWords {
  const text = wordingText(body)
  const from = text.characters.indexOf(words)
  const anchored = wordsAt(text, { from, to: from + words.length })
  if (!anchored) throw new Error('there are no such words')
  return anchored
}

/** The words that it stands on now, one string for each stretch. */
function standsOn(body: Y.XmlFragment, words: CommentedWords): readonly string[] {
  const text = wordingText(body)
  return spansOf(text, words).map((span) => wordsIn(text, span))
}

/** What Enter does: the editor's binding writes the rest of the line anew, as a paragraph of its own. */
function breakLine(body: Y.XmlFragment, index: number, at: number): void {
  const line = lineAt(body, index)
  const rest = line.toString().slice(at)
  line.delete(at, line.length - at)
  fillAt(body, index + 1, 'paragraph', rest)
}

function fillAt(body: Y.XmlFragment, index: number, block: string, words: string): void {
  const element = new Y.XmlElement(block)
  element.insert(0, [new Y.XmlText(words)])
  body.insert(index, [element])
}

describe('the words under a comment', () => {
  it('[DRAFTS-32] stay the same while people write before and after them', () => {
    const body = written(vision)
    const comment = commentOn(body, 'clear path')
    expect(comment.quote).toBe('clear path')
    lineAt(body, 0).insert(0, 'Our promise: ')
    const line = lineAt(body, 0)
    const start = line.toString().indexOf('clear path')
    line.insert(start, 'really ')
    line.insert(start + 'really clear path'.length, 'way')
    expect(line.toString()).toContain('a really clear pathway to')
    expect(standsOn(body, comment)).toEqual(['clear path'])
  })

  it('[DRAFTS-32] grow and shrink with what is written and deleted within them', () => {
    const body = written(vision)
    const comment = commentOn(body, 'clear path')
    const line = lineAt(body, 0)
    const start = line.toString().indexOf('clear path')
    line.insert(start + 5, ' and reachable')
    expect(standsOn(body, comment)).toEqual(['clear and reachable path'])
    line.delete(start, 20)
    expect(standsOn(body, comment)).toEqual(['path'])
  })

  it('[DRAFTS-32] are held without the space that was selected with them, and never on blanks alone', () => {
    const body = written(vision)
    const text = wordingText(body)
    const from = text.characters.indexOf(' clear path ')
    expect(wordsAt(text, { from, to: from + 12 })?.quote).toBe('clear path')
    expect(wordsAt(text, { from, to: from + 1 })).toBeUndefined()
    expect(wordsAt(text, { from, to: from })).toBeUndefined()
  })

  it('[DRAFTS-32] are found again when their line is broken before them', () => {
    const body = written(vision)
    const comment = commentOn(body, 'clear path')
    breakLine(body, 0, vision.indexOf('every adult'))
    expect(standsOn(body, comment)).toEqual(['clear path'])
  })

  it('[DRAFTS-32] are found again when their line becomes a heading', () => {
    const body = written('First.', vision)
    const comment = commentOn(body, 'family-sustaining career')
    body.delete(1, 1)
    fillAt(body, 1, 'heading', vision)
    expect(standsOn(body, comment)).toEqual(['family-sustaining career'])
  })

  it('[DRAFTS-32] are told from the same words elsewhere by what stands around them', () => {
    const body = written('One path for the young.', 'One path for the old.')
    const text = wordingText(body)
    const from = text.characters.lastIndexOf('path')
    const comment = wordsAt(text, { from, to: from + 4 })
    body.delete(1, 1)
    fillAt(body, 1, 'heading', 'One path for the old.')
    expect(comment && spansOf(wordingText(body), comment)).toEqual([{ from, to: from + 4 }])
  })

  it('[DRAFTS-32] may run through several blocks, of which some go', () => {
    const body = written('One door.', 'Every adult climbs.', 'Nobody waits.')
    const comment = wordsAt(wordingText(body), { from: 4, to: 34 })
    if (!comment) throw new Error('there are words')
    expect(comment.quote).toBe('door. Every adult climbs. Nobody')
    body.delete(1, 1)
    expect(standsOn(body, comment)).toEqual(['door.', 'Nobody'])
  })

  it('[DRAFTS-33] are gone when all of them were deleted, and never jump to others', () => {
    const body = written('The path is a path.')
    const comment = commentOn(body, 'path')
    lineAt(body, 0).delete(4, 5)
    expect(lineAt(body, 0).toString()).toBe('The is a path.')
    expect(standsOn(body, comment)).toEqual([])
  })

  it('[DRAFTS-33] come back with an undo', () => {
    const body = written(vision)
    const comment = commentOn(body, 'clear path')
    const undo = new Y.UndoManager(body)
    lineAt(body, 0).delete(vision.indexOf('clear'), 'clear path '.length)
    expect(standsOn(body, comment)).toEqual([])
    undo.undo()
    expect(standsOn(body, comment)).toEqual(['clear path'])
  })

  it('[DRAFTS-33] are gone, without a fault, where a program wrote an anchor that is none', () => {
    const body = written(vision)
    for (const position of ['AAAA', '////', 'AQIDBAUG', 'ABCDEFGHIJKLMNOP=']) {
      const anchor = { parts: [{ start: position, end: position }], before: '', after: '' }
      expect(spansOf(wordingText(body), { anchor, quote: 'no such words at all' })).toEqual([])
    }
  })

  it('[DRAFTS-35] take nothing from the text and give it nothing', () => {
    const body = written(vision)
    const before = canonicalText(body)
    const state = body.doc && Y.encodeStateAsUpdate(body.doc)
    commentOn(body, 'clear path')
    expect(canonicalText(body)).toBe(before)
    expect(body.doc && Y.encodeStateAsUpdate(body.doc)).toEqual(state)
  })

  it('[DRAFTS-32] are exactly what is left of them, whatever two people write at the same time', () => {
    const edit = fc.record({ who: fc.boolean(), at: fc.nat(200), deletes: fc.nat(6), types: fc.constantFrom('', '•', '◦▪ ') })
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 20 }), fc.array(edit, { maxLength: 30 }), (start, length, edits) => {
        const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ßäöüéèà'
        const body = written(letters)
        const marked = letters.slice(start, start + length)
        const comment = commentOn(body, marked)
        const copy = new Y.Doc()
        if (body.doc) Y.applyUpdate(copy, Y.encodeStateAsUpdate(body.doc))
        const theirs = copy.getXmlFragment('body')
        for (const { who, at, deletes, types } of edits) {
          const line = lineAt(who ? body : theirs, 0)
          const place = Math.min(at, line.length)
          line.insert(place, types)
          line.delete(place, Math.min(deletes, line.length - place))
        }
        if (body.doc) Y.applyUpdate(body.doc, Y.encodeStateAsUpdate(copy))
        const left = [...marked].filter((letter) => lineAt(body, 0).toString().includes(letter))
        const [span] = spansOf(wordingText(body), { ...comment, quote: '' })
        const shown = span ? wordingText(body).characters.slice(span.from, span.to) : ''
        // What was typed between the words belongs to them; of the text around them there is nothing.
        expect([...shown].filter((letter) => letters.includes(letter))).toEqual(left)
      }),
      { numRuns: 300 },
    )
  })
})
