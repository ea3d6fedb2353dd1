import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editorExtensions } from '../../../../client/tools/drafts/editor/editor-extensions'
import { canonicalText } from '../../../../shared/doc/canonical-text'
import { installDom } from '../../../support/dom'
import { portrait } from '../../../support/same-document'
import { type Connection, type OpenedWorkshop, startTestServer, type TestServer, until } from '../../../support/server'
import { size } from '../../../support/sizes'

const people = 50
const lettersEach = size(16, 60)
const betweenMs = 40

let removeDom: () => void
beforeAll(() => {
  removeDom = installDom()
})
afterAll(() => removeDom())

let server: TestServer
let workshop: OpenedWorkshop
let writers: Writer[]
beforeEach(async () => {
  server = await startTestServer()
  workshop = await server.openWorkshop()
  writers = []
})
afterEach(async () => {
  for (const { editor } of writers) editor.destroy()
  await server.close()
})

/** Somebody with an editor on the statement, whose every letter stands nowhere else. */
class Writer {
  readonly connection: Connection
  readonly editor: Editor
  readonly letters: readonly string[]

  constructor(connection: Connection, index: number) {
    this.connection = connection
    const user = { id: `p_${index}`, name: `Person ${index}`, colour: 1 + (index % 8) }
    const { doc, provider } = connection
    const extensions = editorExtensions({ doc, awareness: provider.awareness, user, placeholder: 'Write' })
    this.editor = new Editor({ extensions, injectCSS: false })
    this.letters = Array.from({ length: lettersEach }, (_, at) => letterOf(index * lettersEach + at))
  }

  /** Begins at a moment of their own and types where the caret is, as fast as a quick typist, and never moves it. */
  async type(): Promise<void> {
    await pause(10 * betweenMs * Math.random())
    for (const letter of this.letters) {
      this.editor.view.dispatch(this.editor.state.tr.insertText(letter))
      await pause(betweenMs * (0.5 + Math.random()))
    }
  }

  get text(): string {
    return canonicalText(this.connection.doc.getXmlFragment('body'))
  }
}

function letterOf(number: number): string {
  return String.fromCodePoint(0x4e00 + number)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function seat(lines: number): Promise<void> {
  const made = await workshop.host.post(`/api/workshops/${workshop.workshopId}/drafts`, { kind: 'vision', title: 'Vision' })
  const room = `${workshop.workshopId}/draft/${made.body.draftId}`
  const devices = [workshop.host]
  for (let index = 1; index < people; index++) devices.push(await workshop.join(`Person ${index}`))
  const connections = devices.map((device) => device.connect(room))
  await Promise.all(connections.map((connection) => connection.synced()))
  writers = connections.map((connection, index) => new Writer(connection, index))
  const [first] = writers
  for (let line = 1; line < lines; line++) first?.editor.view.dispatch(first.editor.state.tr.split(1))
  await until(() => writers.every(({ editor }) => editor.state.doc.childCount === lines), 'the lines')
}

/** Puts the caret at the end of a line. */
function putCaret({ editor }: Writer, line: number): void {
  let at = 0
  for (let before = 0; before <= line; before++) at += editor.state.doc.child(before).nodeSize
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, at - 1)))
}

/** Another line each time, and something else each time round. */
function move({ commands, state }: Editor, count: number): void {
  const line = state.doc.resolve(1 + ((count * 37) % state.doc.content.size))
  commands.setTextSelection(TextSelection.near(line).from)
  const ways = [() => commands.toggleHeading({ level: 2 }), () => commands.toggleBulletList(), () => commands.toggleOrderedList()]
  ways[Math.floor(count / 3) % ways.length]?.()
}

async function everybodyHasTheSame(): Promise<void> {
  await Promise.all(writers.map(({ connection }) => connection.allSaved()))
  await until(() => new Set(writers.map(({ text }) => text)).size === 1, 'equal texts', 30_000)
  const [first, ...others] = writers
  for (const { connection, editor } of others) {
    expect(portrait(connection.doc)).toEqual(portrait(first?.connection.doc as Connection['doc']))
    expect(editor.getJSON()).toEqual(first?.editor.getJSON())
  }
}

describe('fifty people in one statement', { timeout: 120_000 }, () => {
  it('[DRAFTS-107] keep every letter, each once and in the order it was typed, when all type in one empty line', async () => {
    await seat(1)
    await Promise.all(writers.map((writer) => writer.type()))
    await everybodyHasTheSame()
    const text = writers[0]?.text ?? ''
    expect([...text].sort().join('')).toBe(writers.flatMap(({ letters }) => letters).join(''))
    for (const { letters } of writers) expect([...text].filter((letter) => letters.includes(letter))).toEqual(letters)
  })

  it('[DRAFTS-107] keep every letter in its own line when each begins in an empty line of their own', async () => {
    await seat(people)
    for (const [index, writer] of writers.entries()) putCaret(writer, index)
    await Promise.all(writers.map((writer) => writer.type()))
    await everybodyHasTheSame()
    expect(writers[0]?.text.split('\n\n')).toEqual(writers.map(({ letters }) => letters.join('')))
  })

  it('[DRAFTS-132] keep every letter, each once, while one of them turns their lines into headings and lists and back', async () => {
    await seat(5)
    for (const [index, writer] of writers.entries()) putCaret(writer, index % 5)
    const [mover, ...others] = writers
    let isDone = false
    const typing = Promise.all(others.map((writer) => writer.type())).then(() => {
      isDone = true
    })
    let moves = 0
    while (!isDone) {
      if (mover) move(mover.editor, moves++)
      await pause(betweenMs)
    }
    await typing
    await Promise.all(writers.map(({ connection }) => connection.allSaved()))
    const letters = others.flatMap((writer) => writer.letters).sort()
    const typedLetters = () => [...(mover?.text ?? '')].filter((character) => character >= letterOf(0)).sort()
    await until(() => typedLetters().length >= letters.length, 'the letters', 30_000)
    await everybodyHasTheSame()
    expect(typedLetters()).toEqual(letters)
  })
})
