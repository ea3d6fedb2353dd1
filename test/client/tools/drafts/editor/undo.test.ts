// @vitest-environment happy-dom
import { Editor } from '@tiptap/core'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import { create, uint32 } from 'lib0/prng'
import { afterEach, describe, expect, it } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { editorExtensions } from '../../../../../client/tools/drafts/editor/editor-extensions'
import type { Block } from '../../../../../shared/doc/outline'
import { fillFragment } from '../../../../../shared/doc/rich-nodes'
import { forSeeds, oneOf } from '../../../../support/seeded'
import { size } from '../../../../support/sizes'
import { moveWords, putCaret } from './editing-hand'

const changes = size(60, 300)
const seeds = size(20, 200)

let people: Editor[] = []
afterEach(leave)

function leave(): void {
  for (const editor of people) editor.destroy()
  people = []
}

/** Editors on one wording; what one writes is with the others at once. */
function open(count: number, blocks: readonly Block[], random = create(1)): readonly Editor[] {
  const docs = Array.from({ length: count }, () => new Y.Doc())
  for (const doc of docs) doc.clientID = uint32(random, 1, 2 ** 32 - 1)
  const [first, ...others] = docs
  if (first) fillFragment(first.getXmlFragment('body'), blocks)
  for (const other of others) if (first) Y.applyUpdate(other, Y.encodeStateAsUpdate(first))
  for (const doc of docs) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'remote') for (const other of docs) if (other !== doc) Y.applyUpdate(other, update, 'remote')
    })
  }
  people = docs.map((doc) => {
    const user = { id: 'p_me', name: 'Me', colour: 1 }
    return new Editor({ extensions: editorExtensions({ doc, awareness: new Awareness(doc), user, placeholder: '' }), injectCSS: false })
  })
  return people
}

const paragraph = (text: string): Block => ({ type: 'paragraph', text: text ? [{ text }] : [] })
const lines = ({ state }: Editor) => state.doc.content.content.map(({ textContent }) => textContent)
const firstLetterOf = (person: number) => 0x4e00 + person * 0x1000

/** Which letters of whom can be seen; every letter stands for one press of a key. */
function lettersOf(editor: Editor, isOfPerson: (person: number) => boolean): Set<string> {
  const text = editor.state.doc.textContent
  const personOf = (letter: string) => Math.floor(((letter.codePointAt(0) ?? 0) - firstLetterOf(0)) / 0x1000)
  return new Set([...text].filter((letter) => [0, 1, 2].includes(personOf(letter)) && isOfPerson(personOf(letter))))
}

function play(seed: number): void {
  const random = create(seed)
  const editors = open(3, [paragraph('A path for every adult.'), paragraph('One door.')], random)
  let typed = 0
  for (let change = 0; change < changes; change++) {
    const person = oneOf(random, [0, 1, 2])
    const editor = editors[person] as Editor
    const what = oneOf(random, ['type', 'type', 'type', 'change', 'undo', 'undo', 'redo'])
    if (what === 'type') {
      putCaret(editor, random)
      // At the caret, not over a selection: to type over others' words is to delete them.
      const { head } = editor.state.selection
      editor.view.dispatch(editor.state.tr.insertText(String.fromCodePoint(firstLetterOf(person) + typed++), head, head))
    } else if (what === 'change') {
      putCaret(editor, random)
      oneOf(random, [() => editor.commands.toggleBold(), () => editor.commands.deleteSelection(), () => moveWords(editor, random)])()
    } else if (what === 'redo') editor.commands.redo()
    else undoAndCheck(editor, person)
  }
}

function undoAndCheck(editor: Editor, person: number): void {
  const isOther = (author: number) => author !== person
  const before = lettersOf(editor, isOther)
  editor.commands.undo()
  const after = lettersOf(editor, isOther)
  expect([...before].filter((letter) => !after.has(letter))).toEqual([])
  editor.state.doc.check()
}

describe('undo in a wording that others write in', { timeout: 600_000 }, () => {
  it('[DRAFTS-109] takes no letter of anybody else away, whatever all of them typed, deleted, made bold, broke, joined and turned into something else before', async () => {
    await forSeeds(seeds, (seed) => {
      play(seed)
      leave()
    })
  })

  it('[DRAFTS-109] leaves what others wrote in a heading, a list or a table that is taken back', async () => {
    const [one, other] = open(2, [paragraph('')])
    if (!one || !other) throw new Error('nobody is here')
    one.commands.insertContentAt(0, '<h2>Goals</h2><ul><li>first</li></ul>')
    other.commands.insertContentAt(6, ' THEIRS')
    other.commands.insertContentAt(other.state.doc.content.size - 7, ' TOO')
    expect(other.state.doc.textContent).toContain('TOO')
    one.commands.undo()
    expect(one.state.doc.textContent.replace(/\s+/g, ' ').trim()).toBe('THEIRS TOO')
    expect(lines(other)).toEqual(lines(one))
  })

  it('[DRAFTS-109] goes back to the wording as it was opened and no further, and forward again', async () => {
    const [one, other] = open(2, [paragraph('Loaded.')])
    if (!one || !other) throw new Error('nobody is here')
    one.commands.insertContentAt(8, ' Mine.')
    endStep(one)
    one.commands.deleteRange({ from: 3, to: 5 })
    endStep(one)
    other.commands.insertContentAt(1, 'Theirs. ')
    for (let press = 0; press < 5; press++) one.commands.undo()
    expect(lines(one)).toEqual(['Theirs. Loaded.'])
    for (let press = 0; press < 5; press++) one.commands.redo()
    expect(lines(one)).toEqual(['Theirs. Loed. Mine.'])
    expect(lines(other)).toEqual(lines(one))
  })

  it('[DRAFTS-109] brings nothing back that somebody else has deleted, and goes on to the step before', async () => {
    const [one, other] = open(2, [paragraph('Loaded.')])
    if (!one || !other) throw new Error('nobody is here')
    one.commands.insertContentAt(8, ' First.')
    endStep(one)
    one.commands.insertContentAt(15, ' Second.')
    other.commands.deleteRange({ from: 15, to: 23 })
    one.commands.undo()
    one.commands.undo()
    expect(lines(one)).toEqual(['Loaded.'])
    expect(lines(other)).toEqual(['Loaded.'])
  })
})

function endStep({ state }: Editor): void {
  yUndoPluginKey.getState(state).undoManager.stopCapturing()
}
