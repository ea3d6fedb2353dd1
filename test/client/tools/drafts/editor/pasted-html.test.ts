// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import { inertMarkup } from '../../../../../client/tools/drafts/editor/inert-markup'
import { updateBytesOf } from '../../../../../client/tools/drafts/editor/text-limit'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { limits } from '../../../../../shared/sync/limits'

const editors: Editor[] = []
let told: string[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
  told = []
})

function open(): { readonly editor: Editor; readonly doc: Y.Doc; readonly text: () => string } {
  const doc = new Y.Doc()
  fillFragment(doc.getXmlFragment('body'), [])
  const user = { id: 'p_me', name: 'Me', colour: 1 }
  const tell = (message: string) => void told.push(message)
  const editor = new Editor({
    extensions: editorExtensions({ doc, awareness: new Awareness(doc), user, placeholder: '', tell }),
    injectCSS: false,
  })
  editors.push(editor)
  return { editor, doc, text: () => canonicalText(doc.getXmlFragment('body')) }
}

function pasted(html: string): string {
  const { editor, text } = open()
  editor.view.pasteHTML(html)
  return text()
}

/** A paste as the browser reports it, with both kinds of content. */
function pasteEvent(text: string, html = ''): ClipboardEvent {
  const event = new Event('paste', { bubbles: true, cancelable: true })
  const getData = (type: string) => (type === 'text/html' ? html : type === 'text/plain' || type === 'Text' ? text : '')
  return Object.assign(event, { clipboardData: { getData, types: ['text/plain'], files: [], items: [] } }) as unknown as ClipboardEvent
}

const fixtures = join(import.meta.dirname, 'pastes')

describe('what is pasted', () => {
  it.each(readdirSync(fixtures).filter((name) => name.endsWith('.clip')))(
    '[DRAFTS-110] comes in as the words and shape it had: %s',
    (name) => {
      const html = readFileSync(join(fixtures, name), 'utf8')
      expect(`${pasted(html)}\n`).toBe(readFileSync(join(fixtures, name.replace('.clip', '.md')), 'utf8'))
    },
  )

  it('[DRAFTS-162] is parsed with no handler and no style that the page could run or report, its words as they are', () => {
    const foreign = `<style>p{color:red}</style><p title="a" style='color:red' onclick="x()">onset = 5, <b STYLE=color:red>style = plain</b>
      <img src="a.png"onerror="x()"/><svg/onload=x()></svg><a href="https://example.org/?onx=1">on</a></p>`
    const page = new DOMParser().parseFromString(inertMarkup(foreign), 'text/html')
    const names = [...page.querySelectorAll('*')].flatMap((element) => [element.localName, ...element.getAttributeNames()])
    expect(names.filter((name) => /^(on|style$)/.test(name))).toEqual([])
    expect(pasted(foreign)).toBe('onset = 5, **style = plain** [on](https://example.org/?onx=1)')
  })

  it('[DRAFTS-110] leaves pictures out and says so once, and says nothing of an unseen pixel or an emoji', () => {
    pasted('<p>One <img src="https://example.org/a.png"> and <img src="file:///b.png"></p><svg><text>chart</text></svg>')
    expect(told).toEqual(['The words are in. 3 pictures stayed out: a wording holds none.'])
    told = []
    expect(pasted('<p>Yes <img alt="👍" src="x"><img width="1" height="1" src="x"></p>')).toBe('Yes 👍')
    expect(told).toEqual([])
  })

  it('[DRAFTS-110] keeps the paragraphs of plain text', () => {
    const { editor, text } = open()
    editor.view.pasteText('First line\nsecond line\r\n\r\nThird, after a gap\n')
    expect(text()).toBe('First line\n\nsecond line\n\nThird, after a gap')
  })

  it('[DRAFTS-110] comes from one wording into another without a loss', () => {
    const { editor, text } = open()
    editor.commands.setContent(
      '<h2>Goals</h2><ul data-type="taskList"><li data-type="taskItem" data-checked="true"><p>open</p></li></ul><p><s>no</s> <code>x</code></p>',
    )
    const before = text()
    const { state, view } = editor
    const { dom } = view.serializeForClipboard(state.doc.slice(0, state.doc.content.size))
    expect(pasted(dom.innerHTML)).toBe(before)
    expect(before).toBe('## Goals\n\n- [x] open\n\n~~no~~ `x`')
  })
})

describe('a paste that is too long', { timeout: 120_000 }, () => {
  it('[DRAFTS-111] is refused whole before it is in the document, and the reason is said', () => {
    const { editor, doc, text } = open()
    editor.commands.insertContent('Ours.')
    const before = Y.encodeStateAsUpdate(doc)
    editor.view.dom.dispatchEvent(pasteEvent('word '.repeat(50_000)))
    editor.view.pasteText('word '.repeat(50_000))
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
    expect(text()).toBe('Ours.')
    expect(told).toHaveLength(2)
    expect(told[1]).toMatch(/^Not brought in: the wording would have 25\d,\d{3} characters, and it holds 200,000\./)
  })

  it('[DRAFTS-111] fits up to the last character, in one update that the server takes', () => {
    const { editor, doc } = open()
    const updates: number[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update.byteLength))
    const lines = Array.from({ length: 2_000 }, (_, at) => `${at} `.padEnd(100, '路'))
    editor.view.pasteText(lines.join('\n'))
    expect(editor.state.doc.textContent).toHaveLength(limits.draftText)
    expect(Math.max(...updates)).toBeLessThan(limits.updateBytes)
    editor.commands.insertContent('x')
    expect(editor.state.doc.textContent).toHaveLength(limits.draftText)
    editor.commands.selectAll()
    editor.commands.toggleBulletList()
    expect(Math.max(...updates)).toBeLessThan(limits.updateBytes)
  })

  it('[DRAFTS-111] is refused when it is few words in too many lines for one update', () => {
    const { editor, text } = open()
    editor.view.pasteText('a\n'.repeat(12_000))
    expect(text()).toBe('')
    expect(told[0]).toContain('more lines and formatting than one wording holds')
  })

  it('[DRAFTS-111] takes less in an update than was reckoned, whatever it is made of', () => {
    const pastes = [
      '<p>a</p>',
      '<p><b>a</b></p>',
      '<p><a href="https://example.org/a/long/address">a</a></p>',
      '<ol start="3"><li>a</li></ol>',
    ]
    for (const html of [...pastes, '<table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr></table>']) {
      const { editor, doc } = open()
      const updates: number[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update.byteLength))
      editor.view.pasteHTML(html.repeat(50))
      expect(updates[0]).toBeLessThan(updateBytesOf(editor.state.doc))
    }
  })
})
