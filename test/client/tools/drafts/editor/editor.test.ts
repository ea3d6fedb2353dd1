// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import { editorHand } from '../../../../../client/tools/drafts/editor/editor-hand'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import type { Block } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { fragmentBlocks } from '../../../../../shared/doc/rich-text'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

/** An editor on a copy of a draft. */
function open(doc: Y.Doc): Editor {
  const user = { id: 'p_me', name: 'Me', colour: 1 }
  const extensions = editorExtensions({ doc, awareness: new Awareness(doc), user, placeholder: 'Write' })
  const editor = new Editor({ extensions, injectCSS: false })
  editors.push(editor)
  return editor
}

function seeded(blocks: readonly Block[] = []): Y.Doc {
  const doc = new Y.Doc()
  fillFragment(doc.getXmlFragment('body'), blocks)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  const fromA = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b))
  const fromB = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a))
  Y.applyUpdate(a, fromB, 'remote')
  Y.applyUpdate(b, fromA, 'remote')
}

const textOf = (doc: Y.Doc) => canonicalText(doc.getXmlFragment('body'))

describe('the editor', () => {
  it('[DRAFTS-18] keeps every letter of two people who type in one word', () => {
    const a = seeded([{ type: 'paragraph', text: [{ text: 'path' }] }])
    const b = copyOf(a)
    const one = open(a)
    const other = open(b)
    for (const letter of 'clear ') one.commands.insertContentAt(one.state.selection.head, letter)
    one.commands.insertContentAt(one.state.doc.content.size - 1, 'way')
    other.commands.insertContentAt(3, 'XYZ')
    other.commands.insertContentAt(other.state.doc.content.size - 1, ' for all')
    exchange(a, b)
    expect(textOf(a)).toBe(textOf(b))
    expect(one.getText()).toBe(other.getText())
    const letters = [...textOf(a)].sort().join('')
    expect(letters).toBe(
      [...'pathclear wayXYZ for all']
        .filter((letter) => letter !== '')
        .sort()
        .join(''),
    )
  })

  it('[DRAFTS-18] keeps every letter when all begin in the empty draft at once', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('one', 'other', 'enter', 'meet'), { maxLength: 40 }), (turns) => {
        const a = seeded()
        const b = copyOf(a)
        const one = open(a)
        const other = open(b)
        let typed = 0
        for (const turn of turns) {
          if (turn === 'meet') exchange(a, b)
          else if (turn === 'enter') one.chain().focus('end').splitBlock().run()
          else {
            const editor = turn === 'one' ? one : other
            editor
              .chain()
              .focus('end')
              .insertContent(turn === 'one' ? 'a' : 'B')
              .run()
            typed += 1
          }
        }
        exchange(a, b)
        exchange(a, b)
        expect(textOf(a)).toBe(textOf(b))
        expect(one.getText()).toBe(other.getText())
        expect(textOf(a).replace(/\s/g, '')).toHaveLength(typed)
      }),
      { numRuns: 40 },
    )
  })

  it('[DRAFTS-18] doubles no letter in a line that was begun the moment the editor opened', () => {
    for (let round = 0; round < 20; round += 1) {
      const a = seeded()
      const b = copyOf(a)
      const one = open(a)
      const other = open(b)
      one.chain().focus('end').splitBlock().run()
      exchange(a, b)
      one.chain().focus('end').insertContent('a').run()
      other.chain().focus('end').insertContent('B').run()
      exchange(a, b)
      one.chain().focus('end').insertContent('c').run()
      exchange(a, b)
      exchange(a, b)
      expect([...textOf(a).trim()].sort().join('')).toBe('Bac')
      expect(other.getText()).toBe(one.getText())
    }
  })

  it('[DRAFTS-18] writes nothing by being opened, so that a reader’s copy stays equal', () => {
    const doc = seeded([
      { type: 'heading', level: 2, text: [{ text: 'Goals' }] },
      { type: 'table', head: [[{ text: 'Goal' }], []], rows: [[[{ text: 'Intake' }], [{ text: 'One Stop', marks: ['bold'] }]]] },
      { type: 'list', ordered: false, items: [{ blocks: [{ type: 'paragraph', text: [{ text: 'open' }] }], checked: false }] },
    ])
    const before = Y.encodeStateAsUpdate(doc)
    open(doc)
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
  })

  it('[DRAFTS-19] brings another wording in as one step, and undo takes back only that', () => {
    const a = seeded([{ type: 'paragraph', text: [{ text: 'Ours.' }] }])
    const b = copyOf(a)
    const one = open(a)
    const other = open(b)
    const hand = editorHand(one)
    one.commands.insertContentAt(1, 'Truly. ')
    hand.bringIn(
      [
        { type: 'paragraph', text: [{ text: 'Theirs.' }] },
        { type: 'paragraph', text: [{ text: 'And more.', marks: ['italic'] }] },
      ],
      'append',
    )
    exchange(a, b)
    other.commands.insertContentAt(1, 'Now: ')
    exchange(a, b)
    expect(textOf(a)).toBe('Now: Truly. Ours.\n\nTheirs.\n\n*And more.*')
    hand.undo()
    expect(textOf(a)).toBe('Now: Truly. Ours.')
    exchange(a, b)
    expect(textOf(b)).toBe(textOf(a))
  })

  it('[DRAFTS-19] replaces the draft in one step, and an empty draft is always replaced', () => {
    const doc = seeded()
    const hand = editorHand(open(doc))
    const wording = (text: string): Block[] => [{ type: 'paragraph', text: [{ text }] }]
    hand.bringIn(wording('First.'), 'append')
    expect(textOf(doc)).toBe('First.')
    expect(fragmentBlocks(doc.getXmlFragment('body'))).toHaveLength(1)
    hand.bringIn(wording('Second.'), 'replace')
    expect(textOf(doc)).toBe('Second.')
    hand.undo()
    expect(textOf(doc)).toBe('First.')
  })

  it('[DRAFTS-16] pastes no script, no picture, no style and no link that may not be one', () => {
    const doc = seeded()
    const editor = open(doc)
    editor.view.pasteHTML(
      '<p onclick="x()" style="color:red">Hello <script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">one</a> <a href="data:text/html,x">two</a> <a href="https://example.org/">three</a></p><svg onload="alert(1)"></svg>',
    )
    expect(textOf(doc)).toBe('Hello one two [three](https://example.org/)')
    expect(JSON.stringify(editor.getJSON())).not.toMatch(/javascript|data:|onclick|style|script|iframe|svg|img/)
    expect(editor.getHTML()).not.toMatch(/javascript|onclick|onerror/)
  })

  it('[DRAFTS-16] keeps headings, lists, bold and links of a paste from Word', () => {
    const doc = seeded()
    const editor = open(doc)
    editor.view.pasteHTML(
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><h1><span style="mso-x:y">Vision</span></h1><p class=MsoNormal>Every <b>adult</b> <i>climbs</i>, see <a href="https://example.org/">the plan</a><o:p></o:p></p><ul><li>one</li><li>two</li></ul><!--EndFragment--></body></html>',
    )
    expect(textOf(doc)).toBe('# Vision\n\nEvery **adult** *climbs*, see [the plan](https://example.org/)\n\n- one\n- two')
  })

  it('[DRAFTS-16] shows no link that somebody smuggled into the document', () => {
    const doc = seeded()
    const paragraph = doc.getXmlFragment('body').get(0)
    const text = new Y.XmlText()
    text.applyDelta([{ insert: 'click', attributes: { link: { href: 'javascript:alert(1)' } } }])
    if (paragraph instanceof Y.XmlElement) paragraph.insert(0, [text])
    const editor = open(doc)
    expect(editor.view.dom.innerHTML).not.toContain('javascript')
    expect(fragmentBlocks(doc.getXmlFragment('body'))).toEqual([{ type: 'paragraph', text: [{ text: 'click' }] }])
  })
})
