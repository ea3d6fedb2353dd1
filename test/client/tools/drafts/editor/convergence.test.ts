// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { create, int32, type PRNG } from 'lib0/prng'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { portrait } from '../../../../support/same-document'
import { forSeeds, oneOf } from '../../../../support/seeded'
import { size } from '../../../../support/sizes'
import { doSomething } from './editing-hand'

const changes = size(100, 1_000)
const seeds = size(10, 50)

let views: View[] = []
afterEach(() => {
  for (const view of views) view.close()
  views = []
})

/** One person's editor; what the others wrote waits here until it is let in, in any order. */
class View {
  readonly doc = new Y.Doc()
  readonly editor: Editor
  readonly #waiting: Uint8Array[] = []
  readonly #awareness: Awareness

  constructor(start: Uint8Array) {
    Y.applyUpdate(this.doc, start)
    this.#awareness = new Awareness(this.doc)
    const user = { id: 'p_me', name: 'Me', colour: 1 }
    const extensions = editorExtensions({ doc: this.doc, awareness: this.#awareness, user, placeholder: 'Write' })
    this.editor = new Editor({ extensions, injectCSS: false })
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'remote') return
      for (const other of views) if (other !== this) other.#waiting.push(update)
    })
  }

  get isWaiting(): boolean {
    return this.#waiting.length > 0
  }

  /** Lets in one of the updates that wait, not the oldest always. */
  takeOne(random: PRNG): void {
    const [update] = this.#waiting.splice(int32(random, 0, Math.min(4, this.#waiting.length - 1)), 1)
    if (update) Y.applyUpdate(this.doc, update, 'remote')
  }

  close(): void {
    this.editor.destroy()
    this.#awareness.destroy()
  }
}

/** What an editor shows. The binding shares no marks of hard breaks, which nobody sees. */
function shownBy({ editor }: View): unknown {
  return JSON.parse(JSON.stringify(editor.getJSON(), (_key, value) => (value?.type === 'hardBreak' ? 'hardBreak' : value)))
}

function play(seed: number): void {
  const random = create(seed)
  const start = new Y.Doc()
  fillFragment(start.getXmlFragment('body'), [{ type: 'paragraph', text: [{ text: 'A path for every adult.' }] }])
  views = []
  for (let person = 0; person < 3; person++) views.push(new View(Y.encodeStateAsUpdate(start)))
  for (let change = 0; change < changes; change++) {
    doSomething(oneOf(random, views).editor, random)
    for (const view of views) while (view.isWaiting && int32(random, 0, 2) > 0) view.takeOne(random)
  }
  while (views.some(({ isWaiting }) => isWaiting)) for (const view of views) if (view.isWaiting) view.takeOne(random)

  const [first, ...others] = views
  for (const { editor } of views) editor.state.doc.check()
  for (const other of others) {
    expect(portrait(other.doc)).toEqual(portrait(first?.doc as Y.Doc))
    expect(canonicalText(other.doc.getXmlFragment('body'))).toBe(canonicalText(first?.doc.getXmlFragment('body') as Y.XmlFragment))
    expect(shownBy(other)).toEqual(shownBy(first as View))
  }
  for (const view of views) view.close()
}

describe('three editors on one wording', { timeout: 600_000 }, () => {
  it('[DRAFTS-106] hold the same document and show the same text after random changes that arrive in any order', () => {
    forSeeds(seeds, play)
  })
})
