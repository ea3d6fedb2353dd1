import { Editor } from '@tiptap/core'
import { int32, type PRNG, uint32 } from 'lib0/prng'
import { expect } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import { canonicalText } from '../../../../../shared/doc/canonical-text'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { portrait } from '../../../../support/same-document'

let views: View[] = []

/** `sent` is how a server hands them on; in `any` order a part of a change may be in long before the rest. */
type Order = 'sent' | 'any'

/** One person's editor; what the others wrote waits here until it is let in, in any order. */
export class View {
  readonly doc = new Y.Doc()
  readonly editor: Editor
  readonly #waiting: Uint8Array[] = []
  readonly #awareness: Awareness

  constructor(start: Uint8Array, clientId: number) {
    Y.applyUpdate(this.doc, start)
    this.doc.clientID = clientId
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

  /** Lets in one of the updates that wait: the oldest, or one not much younger. */
  takeOne(random: PRNG, order: Order): void {
    const at = order === 'any' ? int32(random, 0, Math.min(4, this.#waiting.length - 1)) : 0
    const [update] = this.#waiting.splice(at, 1)
    if (update) Y.applyUpdate(this.doc, update, 'remote')
  }

  close(): void {
    this.editor.destroy()
    this.#awareness.destroy()
  }
}

/** Three people's editors on one wording of these lines; who they are to Yjs is drawn like everything else. */
export function openViews(random: PRNG, lines: readonly string[]): readonly View[] {
  closeViews()
  const start = new Y.Doc()
  start.clientID = uint32(random, 1, 2 ** 32 - 1)
  fillFragment(
    start.getXmlFragment('body'),
    lines.map((text) => ({ type: 'paragraph', text: text ? [{ text }] : [] })),
  )
  const state = Y.encodeStateAsUpdate(start)
  for (let person = 0; person < 3; person++) views.push(new View(state, uint32(random, 1, 2 ** 32 - 1)))
  return views
}

export function deliverSome(to: readonly View[], random: PRNG, order: Order): void {
  for (const view of to) while (view.isWaiting && int32(random, 0, 2) > 0) view.takeOne(random, order)
}

export function deliverAll(to: readonly View[], random: PRNG, order: Order): void {
  while (to.some(({ isWaiting }) => isWaiting)) for (const view of to) if (view.isWaiting) view.takeOne(random, order)
}

/** All hold the same document and show the same text. */
export function expectSame([first, ...others]: readonly View[]): void {
  if (!first) throw new RangeError('nobody is here')
  for (const { editor } of [first, ...others]) editor.state.doc.check()
  for (const other of others) {
    expect(portrait(other.doc)).toEqual(portrait(first.doc))
    expect(canonicalText(other.doc.getXmlFragment('body'))).toBe(canonicalText(first.doc.getXmlFragment('body')))
    expect(shownBy(other)).toEqual(shownBy(first))
  }
}

/** What an editor shows. The binding shares no marks of hard breaks, which nobody sees. */
function shownBy({ editor }: View): unknown {
  return JSON.parse(JSON.stringify(editor.getJSON(), (_key, value) => (value?.type === 'hardBreak' ? 'hardBreak' : value)))
}

export function closeViews(): void {
  for (const view of views) view.close()
  views = []
}
