// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { CommentMarks, type MarkedThread } from '../../../../../client/tools/drafts/comments/comment-marks'
import { commentAtCaret } from '../../../../../client/tools/drafts/editor/editor-comments'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import { runsOf, spanOf } from '../../../../../client/tools/drafts/editor/prose-span'
import { replaceWords } from '../../../../../server/tools/drafts/proposals/replace-words'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { spansOf, wordsAt } from '../../../../../shared/tools/drafts/anchor'
import { wordedLines } from '../../../../../shared/tools/drafts/proposals/worded-lines'
import { wordingText } from '../../../../../shared/tools/drafts/wording-text'

const vision = 'By 2030, every adult can see a clear path to a career.'

let doc: Y.Doc
let threads: MarkedThread[]
const editors: Editor[] = []
beforeEach(() => {
  doc = new Y.Doc()
  fillFragment(doc.getXmlFragment('body'), [{ type: 'paragraph', text: [{ text: vision }] }])
  threads = []
})
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

/** An editor that takes threads along as the page does. */
function open(of: Y.Doc = doc): Editor {
  const marks = new CommentMarks()
  marks.show(threads, undefined)
  const onMoved = (id: string, anchor: NonNullable<MarkedThread['anchor']>) => {
    threads = threads.map((thread) => (thread.id === id ? { ...thread, anchor } : thread))
    queueMicrotask(() => marks.show(threads, undefined))
  }
  const user = { id: 'p_me', name: 'Me', colour: 1 }
  const comments = { marks, onOpen: () => {}, onMoved }
  const extensions = editorExtensions({ doc: of, awareness: new Awareness(of), user, placeholder: 'Write', comments })
  const editor = new Editor({ extensions, injectCSS: false })
  editors.push(editor)
  return editor
}

function commentOn(words: string): void {
  const text = wordingText(doc.getXmlFragment('body'))
  const from = text.characters.indexOf(words)
  threads.push({ id: `thread_${words}`, ...wordsAt(text, { from, to: from + words.length }) })
}

const marked = (editor: Editor) => [...editor.view.dom.querySelectorAll('mark.cm')].map((mark) => mark.textContent)
const place = (editor: Editor, words: string) => {
  let found = 0
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (at >= 0) found = pos + at
  })
  return found
}
/** Accepts other words in the place of some, as the server does, and lets the editor's document hear of it. */
function accept(before: string, after: string): void {
  const there = new Y.Doc()
  Y.applyUpdate(there, Y.encodeStateAsUpdate(doc))
  const body = there.getXmlFragment('body')
  const from = wordingText(body).characters.indexOf(before)
  replaceWords(body, wordedLines(wordingText(body), [{ from, to: from + before.length }]), [after])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(there, Y.encodeStateVector(doc)))
}
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

describe('comments in the editor', () => {
  it('[DRAFTS-163] are found from the caret in their words, the shortest first, and from nowhere else', () => {
    commentOn(vision)
    commentOn('clear path')
    const editor = open()
    editor.commands.setTextSelection(place(editor, 'path'))
    expect(commentAtCaret(editor.state)).toEqual({ id: 'thread_clear path', words: 'clear path' })
    editor.commands.setTextSelection(2)
    expect(commentAtCaret(editor.state)?.words).toBe(vision)
    editor.commands.selectAll()
    expect(commentAtCaret(editor.state)).toBeUndefined()
  })

  it('[DRAFTS-36] are marked on their words, also across bold letters and lines', async () => {
    commentOn('clear path')
    const editor = open()
    expect(marked(editor)).toEqual(['clear path'])
    editor.commands.insertContentAt(1, 'Together: ')
    expect(marked(editor)).toEqual(['clear path'])
    const from = place(editor, 'clear')
    editor.commands.setTextSelection({ from, to: from + 5 })
    editor.commands.toggleBold()
    await settled()
    expect(marked(editor).join('')).toBe('clear path')
  })

  it('[DRAFTS-32] go along when their line is broken, and stay with their words when these are written on', async () => {
    commentOn('clear path')
    const editor = open()
    editor.commands.setTextSelection(place(editor, 'every'))
    editor.commands.splitBlock()
    await settled()
    expect(marked(editor)).toEqual(['clear path'])
    editor.commands.insertContentAt(place(editor, 'path'), 'and open ')
    await settled()
    expect(marked(editor)).toEqual(['clear and open path'])
    const other = open(copyOf(doc))
    expect(marked(other)).toEqual(['clear and open path'])
  })

  it('[DRAFTS-75] take along where words come from too, without drawing it', async () => {
    commentOn('clear path')
    threads = threads.map((thread) => ({ ...thread, isQuiet: true }))
    const editor = open()
    editor.commands.insertContentAt(place(editor, 'path'), 'and open ')
    editor.commands.setTextSelection(place(editor, 'every'))
    editor.commands.splitBlock()
    await settled()
    expect(marked(editor)).toEqual([])
    const text = wordingText(doc.getXmlFragment('body'))
    const stands = threads.flatMap((thread) => spansOf(text, thread)).map(({ from, to }) => text.characters.slice(from, to))
    expect(stands).toEqual(['clear and open path'])
  })

  it('[DRAFTS-32] cover both halves when the line is broken between their words', async () => {
    commentOn('clear path')
    const editor = open()
    editor.commands.setTextSelection(place(editor, 'path'))
    editor.commands.splitBlock()
    await settled()
    expect(marked(editor).map((words) => words?.trim())).toEqual(['clear', 'path'])
    expect(marked(open(copyOf(doc))).map((words) => words?.trim())).toEqual(['clear', 'path'])
  })

  it('[DRAFTS-32] go along when their paragraph becomes a heading or an item of a list', async () => {
    commentOn('clear path')
    const editor = open()
    editor.commands.setTextSelection(place(editor, 'clear'))
    for (const change of ['toggleBulletList', 'toggleBulletList', 'toggleBlockquote'] as const) {
      editor.commands[change]()
      await settled()
      expect(marked(editor)).toEqual(['clear path'])
    }
    editor.commands.insertContentAt(place(editor, 'path'), 'and open ')
    await settled()
    expect(marked(open(copyOf(doc)))).toEqual(['clear and open path'])
  })

  it('[DRAFTS-33] lose their mark with their words, and find it again by undo', async () => {
    commentOn('clear path')
    const editor = open()
    const from = place(editor, 'clear path')
    editor.commands.deleteRange({ from, to: from + 10 })
    await settled()
    expect(marked(editor)).toEqual([])
    editor.commands.undo()
    await settled()
    expect(marked(editor)).toEqual(['clear path'])
  })

  it('[DRAFTS-33] come back by undo for everybody, also when they were not those of the quote any more', async () => {
    commentOn('clear path')
    const editor = open()
    editor.commands.insertContentAt(place(editor, 'path'), 'and open ')
    yUndoPluginKey.getState(editor.state)?.undoManager.stopCapturing()
    const from = place(editor, 'clear and')
    editor.commands.deleteRange({ from, to: from + 19 })
    await settled()
    expect(marked(editor)).toEqual([])
    editor.commands.undo()
    await settled()
    expect(marked(open(copyOf(doc)))).toEqual(['clear and open path'])
  })

  it('[DRAFTS-32] stay on their words while somebody else edits', async () => {
    commentOn('clear path')
    const copy = copyOf(doc)
    const [mine, theirs] = [open(), open(copy)]
    theirs.commands.insertContentAt(place(theirs, 'path'), 'and open ')
    theirs.commands.insertContentAt(1, 'Together: ')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy), 'remote')
    expect(marked(mine)).toEqual(['clear and open path'])
  })

  it('count characters as the shared text does', () => {
    const editor = open()
    editor.commands.insertContentAt(place(editor, 'every'), { type: 'hardBreak' })
    const from = place(editor, 'clear path')
    const span = spanOf(runsOf(editor.state.doc), { from, to: from + 10 })
    expect(wordingText(doc.getXmlFragment('body')).characters.slice(span.from, span.to)).toBe('clear path')
  })
})

function copyOf(original: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(original))
  return copy
}

describe('accepted words under a caret', () => {
  it.each([
    ['right behind them', 'path', 4, 'a clear and reachable pathX to a career.'],
    ['before them', 'every', 0, 'By 2030, Xevery adult can see a clear and reachable path'],
    ['within what stays of them', 'path', 2, 'a clear and reachable paXth to'],
    ['in another sentence part', 'career', 3, 'to a carXeer.'],
  ])('[DRAFTS-47] keep it %s, and the next letter is typed there', async (_where, words, offset, expected) => {
    const editor = open()
    editor.commands.setTextSelection(place(editor, words) + offset)
    accept('clear path', 'clear and reachable path')
    await settled()
    editor.commands.insertContent('X')
    expect(editor.getText()).toContain(expected)
    expect(wordingText(doc.getXmlFragment('body')).characters).toContain(expected)
  })

  it('[DRAFTS-47] keep it where they stood when all of them go', async () => {
    const editor = open()
    editor.commands.setTextSelection(place(editor, 'path') + 2)
    accept('clear path', 'way')
    await settled()
    editor.commands.insertContent('X')
    expect(editor.getText()).toMatch(/can see a (Xway|wayX) to a career/)
  })
})
