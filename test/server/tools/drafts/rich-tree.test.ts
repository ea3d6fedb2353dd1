import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { markdownBlocks } from '../../../../server/tools/drafts/files/markdown-blocks'
import { EmptiedLines } from '../../../../server/tools/drafts/late/late-letters'
import { bringBack, type RichTree, treesOf } from '../../../../server/tools/drafts/rich-tree'
import { bringTextBack, textNow } from '../../../../server/tools/drafts/versions/version-text'
import { canonicalText } from '../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../shared/doc/rich-nodes'

const marks = fc.constantFrom(undefined, { bold: {} }, { italic: {} }, { bold: {}, link: { href: 'https://example.org' } })
const words = fc.string({ unit: fc.constantFrom('a', 'path ', 'for ', 'every', ' adult', ', ', '. ', 'ü', '路', '👋'), maxLength: 8 })
const line = fc.array(fc.tuple(words, marks), { maxLength: 4 }).map(
  (runs): RichTree => ({
    text: runs.filter(([insert]) => insert !== '').map(([insert, attributes]) => (attributes ? { insert, attributes } : { insert })),
  }),
)
const { block } = fc.letrec<{ block: RichTree; item: RichTree }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.record({ name: fc.constant('paragraph'), attributes: fc.constant({}), children: fc.tuple(line) }),
    fc.record({
      name: fc.constant('heading'),
      attributes: fc.record({ level: fc.integer({ min: 1, max: 3 }) }),
      children: fc.tuple(line),
    }),
    fc.record({
      name: fc.constantFrom('bulletList', 'orderedList'),
      attributes: fc.constant({}),
      children: fc.array(tie('item'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      name: fc.constant('blockquote'),
      attributes: fc.constant({}),
      children: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    }),
  ),
  item: fc.record({
    name: fc.constant('listItem'),
    attributes: fc.constant({}),
    children: fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
  }),
}))
const wording = fc.array(block, { maxLength: 6 })

function body(trees: readonly RichTree[] = []): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('body')
  bringBack(fragment, trees)
  return fragment
}

function written(markdown: string): Y.XmlFragment {
  const fragment = body()
  fillFragment(fragment, markdownBlocks(markdown))
  return fragment
}

function firstText(node: unknown): Y.XmlText {
  const text = node instanceof Y.XmlElement ? node.get(0) : undefined
  if (text instanceof Y.XmlText) return text
  throw new Error('this line has no text')
}

describe('bringing a wording back', { timeout: 60_000 }, () => {
  it('[DRAFTS-67] gives exactly the kept tree and text, whatever the draft says meanwhile', () => {
    fc.assert(
      fc.property(wording, wording, (kept, present) => {
        const wanted = body(kept)
        const draft = body(present)
        bringBack(draft, JSON.parse(JSON.stringify(treesOf(wanted))) as RichTree[])
        expect(treesOf(draft)).toEqual(treesOf(wanted))
        expect(canonicalText(draft)).toBe(canonicalText(wanted))
      }),
      { numRuns: 500 },
    )
  })

  it('[DRAFTS-67] gives exactly the kept text at once where emptied lines stay for a moment, and nothing else after it', () => {
    fc.assert(
      fc.property(wording, wording, (kept, present) => {
        const wanted = textNow(body(kept).doc as Y.Doc)
        const draft = body(present)
        const emptied = new EmptiedLines()
        bringTextBack(draft.doc as Y.Doc, wanted, emptied)
        expect(canonicalText(draft)).toBe(wanted.text)
        emptied.remove(draft.doc as Y.Doc)
        // In which order a text's marks were set says nothing.
        expect(JSON.parse(textNow(draft.doc as Y.Doc).body)).toEqual(JSON.parse(wanted.body))
      }),
      { numRuns: 300 },
    )
  })

  it('[DRAFTS-68] leaves what is the same untouched, so that unsent letters and carets beside it stay', () => {
    const kept = written('# Vision\n\nEvery adult can see a clear path.\n\nOne door.')
    const draft = written('# Vision\n\nEvery adult can see a very clear path.\n\nMore.\n\nOne door.')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(draft.doc as Y.Doc))
    const paragraphs = other.getXmlFragment('body').toArray()
    firstText(paragraphs[1]).insert(0, 'Yes. ')
    firstText(paragraphs[3]).insert(9, ' for all.')
    bringBack(draft, treesOf(kept))
    Y.applyUpdate(draft.doc as Y.Doc, Y.encodeStateAsUpdate(other))
    expect(canonicalText(draft)).toBe('# Vision\n\nYes. Every adult can see a clear path.\n\nOne door. for all.')
  })

  it('[DRAFTS-68] leaves the mark before a caret, so that whoever goes on typing goes on behind it', () => {
    const draft = written('One door. Open at night')
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(draft.doc as Y.Doc))
    const line = firstText(other.getXmlFragment('body').get(0))
    line.insert(line.length, ' and day')
    bringBack(draft, treesOf(written('One door.')))
    Y.applyUpdate(draft.doc as Y.Doc, Y.encodeStateAsUpdate(other))
    expect(canonicalText(draft)).toBe('One door. and day')
  })
})
