import type { Editor } from '@tiptap/core'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { int32, type PRNG } from 'lib0/prng'
import { oneOf } from '../../../../support/seeded'

/** Everything a person does to a wording, each at a place of its own. */
const doings: readonly ((editor: Editor, random: PRNG) => void)[] = [
  type,
  type,
  type,
  type,
  type,
  erase,
  erase,
  press('Enter'),
  press('Enter'),
  press('Backspace'),
  press('Delete'),
  press('Tab'),
  press('Tab', true),
  (editor) => editor.commands.setHardBreak(),
  (editor) => editor.commands.toggleBold(),
  (editor) => editor.commands.toggleItalic(),
  (editor) => editor.commands.toggleCode(),
  (editor) => editor.commands.setLink({ href: 'https://example.org/' }),
  (editor) => editor.commands.unsetLink(),
  (editor, random) => editor.commands.toggleHeading({ level: oneOf(random, [1, 2, 3] as const) }),
  (editor) => editor.commands.setParagraph(),
  (editor) => editor.commands.toggleBulletList(),
  (editor) => editor.commands.toggleOrderedList(),
  (editor) => editor.commands.toggleTaskList(),
  (editor) => editor.commands.toggleBlockquote(),
  (editor) => editor.commands.insertTable({ rows: 2, cols: 2, withHeaderRow: true }),
  (editor) => editor.commands.addRowAfter(),
  (editor) => editor.commands.deleteTable(),
  (editor, random) => editor.view.pasteHTML(oneOf(random, pastes)),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.undo(),
  (editor) => editor.commands.redo(),
]

/** What only moves words: breaks, joins and turns lines into something else. */
const moves: readonly ((editor: Editor, random: PRNG) => void)[] = [
  ({ commands }) => commands.splitBlock(),
  ({ commands }) => commands.joinBackward(),
  ({ commands }) => commands.joinForward(),
  ({ commands }, random) => commands.toggleHeading({ level: oneOf(random, [1, 2, 3] as const) }),
  ({ commands }) => commands.toggleBulletList(),
  ({ commands }) => commands.toggleOrderedList(),
  ({ commands }) => commands.toggleTaskList(),
  ({ commands }) => commands.toggleBlockquote(),
  ({ commands }) => commands.liftListItem('listItem'),
  ({ commands }) => commands.sinkListItem('listItem'),
]

const pastes = [
  '<h2>Goals</h2><p>One <b>door</b>.</p>',
  '<ul><li>first<ul><li>below</li></ul></li><li>second</li></ul>',
  '<table><tr><th>Goal</th><th>Lead</th></tr><tr><td>Intake</td><td>One Stop</td></tr></table>',
  '<p>a few words</p>',
  '<blockquote><p>said</p></blockquote><hr><p>after</p>',
]

const syllables = ['a', 'path ', 'for ', 'every', ' adult', ', ', '. ', 'ü', '路', '👋']

/** One thing that a person does somewhere in the text. */
export function doSomething(editor: Editor, random: PRNG): void {
  putCaret(editor, random)
  oneOf(random, doings)(editor, random)
}

/** Moves words at the caret, and takes none away. */
export function moveWords(editor: Editor, random: PRNG): void {
  editor.commands.setTextSelection(editor.state.selection.head)
  oneOf(random, moves)(editor, random)
}

/** Puts the caret or a selection somewhere. */
export function putCaret({ state, view }: Editor, random: PRNG): void {
  const { size } = state.doc.content
  const from = int32(random, 0, size)
  // Mostly a caret or a few letters; now and then much of the text.
  const to = Math.min(size, from + oneOf(random, [0, 0, 0, 3, 8, size]))
  view.dispatch(state.tr.setSelection(TextSelection.between(place(state.doc, from), place(state.doc, to))))
}

/** No caret stands within a character of two code units. */
function place(doc: Node, at: number): ResolvedPos {
  const isWithin = /[\ud800-\udbff]$/.test(doc.textBetween(Math.max(0, at - 1), at))
  return doc.resolve(isWithin ? at - 1 : at)
}

function press(key: string, shiftKey = false) {
  return ({ view }: Editor) => {
    const event = new KeyboardEvent('keydown', { key, shiftKey })
    const before = view.state.doc
    try {
      view.someProp('handleKeyDown', (handle) => handle(view, event))
    } catch (cause) {
      // The library's keys give up this way over some selections that end inside other blocks than they begin in.
      const isGivenUp = cause instanceof Error && ['TransformError', 'RangeError'].includes(cause.name)
      if (!isGivenUp || !view.state.doc.eq(before)) throw cause
    }
  }
}

function type({ state, view }: Editor, random: PRNG): void {
  view.dispatch(state.tr.insertText(oneOf(random, syllables)))
}

function erase({ state, view }: Editor): void {
  view.dispatch(state.tr.deleteSelection())
}
