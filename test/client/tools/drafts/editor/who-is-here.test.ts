// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'

let editor: Editor | undefined
afterEach(() => editor?.destroy())

describe('who else is in a paragraph', () => {
  it('[DRAFTS-114] is told when the own caret comes into it, once, and never when theirs move', () => {
    const doc = new Y.Doc()
    const body = doc.getXmlFragment('body')
    fillFragment(
      body,
      ['First.', 'Second.', 'Third.'].map((text) => ({ type: 'paragraph', text: [{ text }] })),
    )
    const awareness = new Awareness(doc)
    const said: string[] = []
    const user = { id: 'p_me', name: 'Me', colour: 1 }
    const open = new Editor({
      extensions: editorExtensions({ doc, awareness, user, placeholder: '', say: (words) => void said.push(words) }),
      injectCSS: false,
    })
    editor = open
    const goTo = (at: number) => open.view.dispatch(open.state.tr.setSelection(TextSelection.create(open.state.doc, at)))
    const put = (clientId: number, id: string, name: string, line: number) => {
      const element = body.get(line)
      const text = element instanceof Y.XmlElement ? element.get(0) : undefined
      if (!(text instanceof Y.XmlText)) throw new Error('no such line')
      const head = JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(text, 2)))
      awareness.states.set(clientId, { user: { id, name, colour: 2 }, cursor: { anchor: head, head } })
      awareness.emit('change', [{ added: [], updated: [clientId], removed: [] }, 'remote'])
    }
    goTo(2)
    put(11, 'p_ben', 'Ben', 1)
    put(12, 'p_me', 'Me', 1)
    expect(said).toEqual([])
    goTo(10)
    goTo(11)
    expect(said).toEqual(['Ben is editing this paragraph.'])
    put(13, 'p_amara', 'Amara', 1)
    open.view.dispatch(open.state.tr.insertText('x'))
    goTo(20)
    put(11, 'p_ben', 'Ben', 2)
    put(11, 'p_ben', 'Ben', 1)
    expect(said).toHaveLength(1)
    goTo(10)
    expect(said[1]).toBe('Ben and Amara are editing this paragraph.')
  })
})
