// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import type { Block } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

/** Two people's editors on one wording; what one writes is with the other at once. */
function pair(...lines: readonly string[]): readonly [Editor, Editor] {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  fillFragment(
    docs[0].getXmlFragment('body'),
    lines.map((text): Block => ({ type: 'paragraph', text: text ? [{ text }] : [] })),
  )
  Y.applyUpdate(docs[1], Y.encodeStateAsUpdate(docs[0]))
  for (const [own, other] of [docs, docs.toReversed()] as const) {
    own?.on('update', (update: Uint8Array, origin: unknown) => origin !== 'remote' && other && Y.applyUpdate(other, update, 'remote'))
  }
  const open = (doc: Y.Doc): Editor => {
    const user = { id: 'p_me', name: 'Me', colour: 1 }
    const editor = new Editor({
      extensions: editorExtensions({ doc, awareness: new Awareness(doc), user, placeholder: '' }),
      injectCSS: false,
    })
    editors.push(editor)
    return editor
  }
  return [open(docs[0]), open(docs[1])]
}

function putCaret({ state, view }: Editor, at: number): void {
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, at)))
}

function type({ view }: Editor, text: string): void {
  view.dispatch(view.state.tr.insertText(text))
}

const lines = ({ state }: Editor) => state.doc.content.content.map(({ textContent }) => textContent)

describe('an editor while others write', () => {
  it('[DRAFTS-108] keeps the caret in its own line where another line says the same', () => {
    const [one, other] = pair('', '', '')
    putCaret(one, 3)
    putCaret(other, 1)
    type(other, 'a')
    type(one, 'B')
    expect(lines(one)).toEqual(['a', 'B', ''])
    const [mine, theirs] = pair('same', 'same')
    putCaret(mine, 3)
    putCaret(theirs, 2)
    type(theirs, 'x')
    type(mine, 'Y')
    expect(lines(mine)).toEqual(['sxaYme', 'same'])
  })

  it('[DRAFTS-108] shows and keeps what others write after an undo in a text that has become shorter', () => {
    const [one, other] = pair('A long line, and much more of it.')
    putCaret(one, 33)
    type(one, '!')
    other.commands.deleteRange({ from: 6, to: 30 })
    one.commands.undo()
    putCaret(other, 1)
    type(other, 'Now: ')
    expect(lines(one)).toEqual(lines(other))
    putCaret(one, 6)
    type(one, 'x')
    expect(lines(other)).toEqual(['Now: xA lon it.'])
    expect(lines(one)).toEqual(lines(other))
  })
})
