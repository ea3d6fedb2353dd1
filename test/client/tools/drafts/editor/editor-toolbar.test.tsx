// @vitest-environment happy-dom

import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { EditorToolbar } from '../../../../../client/tools/drafts/editor/EditorToolbar'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'

let editor: Editor | undefined
afterEach(() => {
  cleanup()
  editor?.destroy()
})

function show(): Editor {
  const doc = new Y.Doc()
  const user = { id: 'p_me', name: 'Me', colour: 1 }
  const open = new Editor({ extensions: editorExtensions({ doc, awareness: new Awareness(doc), user, placeholder: '' }), injectCSS: false })
  editor = open
  render(<EditorToolbar editor={open as never} commenting={{ begin: () => undefined, propose: () => undefined }} />)
  return open
}

const buttons = () => screen.getAllByRole('button')
const stops = () => buttons().filter(({ tabIndex }) => tabIndex === 0)
const focused = () => document.activeElement?.getAttribute('aria-label')

describe('the text’s toolbar', () => {
  it('[DRAFTS-118] is one named stop for Tab, with arrows, Home and End along it', () => {
    show()
    const bar = screen.getByRole('toolbar', { name: 'Text' })
    expect(buttons().every((button) => button.getAttribute('aria-label'))).toBe(true)
    expect(stops()).toHaveLength(1)
    stops()[0]?.focus()
    const first = focused()
    fireEvent.keyDown(document.activeElement ?? bar, { key: 'ArrowRight' })
    expect(focused()).toMatch(/^Italic/)
    expect(stops().map((button) => button.getAttribute('aria-label'))).toEqual([focused()])
    fireEvent.keyDown(document.activeElement ?? bar, { key: 'End' })
    expect(focused()).toMatch(/^Redo/)
    fireEvent.keyDown(document.activeElement ?? bar, { key: 'ArrowRight' })
    expect(focused()).toBe(first)
  })

  it('[DRAFTS-118] is reached from the text by Alt F10, and Ctrl Alt K asks for a link', () => {
    const { view } = show()
    document.body.append(view.dom)
    fireEvent.keyDown(view.dom, { key: 'F10', altKey: true })
    expect(focused()).toMatch(/^Bold/)
    fireEvent.keyDown(view.dom, { key: 'k', code: 'KeyK', altKey: true, ctrlKey: true })
    expect(screen.getByLabelText('Address')).toBeDefined()
  })
})
