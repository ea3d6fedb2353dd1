import { getSchema } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { ServerProcess } from '../../e2e/support/server-process'
import { fragmentBlocks } from '../../shared/doc/rich-text'
import { editorSchema } from '../../shared/tools/drafts/editor/editor-schema'
import { openPeopled, type PeopledWorkshop } from '../support/board-writers'
import { type Connection, until } from '../support/server'
import { type Figure, percentile } from './figures'

const people = 50
/** How fast each of them types. */
const everyMs = 250
const keysMeasured = 120
const reachMs = 150
const edits = 20_000
const authors = 10
const openMs = 1_000
const openings = 5

/** Fifty people in one statement, and what it takes to open one that has been written in for long. */
export async function measureDrafts(server: ServerProcess): Promise<Figure[]> {
  const connections = new Set<Connection>()
  const workshop = await openPeopled(server.origin, people, connections)
  const reach = await measureReach(workshop)
  for (const connection of connections) connection.destroy()
  return [...reach, await measureOpening(server, workshop)]
}

async function measureReach(workshop: PeopledWorkshop): Promise<Figure[]> {
  const writers = await openDraft(workshop, await beginDraft(workshop))
  const [measured, ...others] = writers
  if (!measured) return []
  const textMs: number[] = []
  const caretMs: number[] = []
  /** When each letter left, by what the writer's document counted after it. */
  const typedAt = new Map<number, number>()
  for (const { doc, provider } of others) {
    // What a reader has of the writer is one number; to look into the text at each change would cost more than the way.
    let has = Y.getState(doc.store, measured.doc.clientID)
    let seen = 0
    doc.on('update', () => {
      for (const now = Y.getState(doc.store, measured.doc.clientID); has < now; has++) textMs.push(...since(typedAt.get(has + 1)))
    })
    provider.awareness.on('change', () => {
      const at: number = provider.awareness.getStates().get(measured.doc.clientID)?.cursor?.key ?? 0
      if (at !== seen) caretMs.push(...since(typedAt.get(at)))
      seen = at
    })
  }
  const hands = others.map(({ doc, provider }, index) =>
    setInterval(() => press(doc, provider, String.fromCharCode(97 + (index % 26))), everyMs * (0.8 + (0.4 * index) / people)),
  )
  for (let key = 0; key < keysMeasured; key++) {
    typedAt.set(Y.getState(measured.doc.store, measured.doc.clientID) + 1, performance.now())
    press(measured.doc, measured.provider, 'm')
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  await until(() => textMs.length === keysMeasured * others.length, 'the last letter to be with everybody', 60_000)
  for (const hand of hands) clearInterval(hand)
  return [reachFigure('a letter', textMs), reachFigure('the caret', caretMs)]
}

function reachFigure(what: string, samples: readonly number[]): Figure {
  const p95 = percentile(samples, 0.95)
  return {
    what: `${what} of one of ${people} people who all write in one statement is with the others (p50 / p95)`,
    measured: `${percentile(samples, 0.5).toFixed(1)} / ${p95.toFixed(1)} ms`,
    target: `p95 < ${reachMs} ms`,
    met: p95 < reachMs,
  }
}

async function measureOpening(server: ServerProcess, workshop: PeopledWorkshop): Promise<Figure> {
  const draftId = await beginDraft(workshop)
  const writers = await openDraft(workshop, draftId, authors)
  for (let round = 0; round < edits / authors; round++) {
    for (const [index, { doc }] of writers.entries()) edit(doc, round * authors + index)
    // Below what a device may send in a second.
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  for (const writer of writers) await until(() => writer.saved >= writer.sent, 'the edits to be saved', 60_000)
  for (const writer of writers) writer.destroy()
  const schema = getSchema([...editorSchema])
  const tookMs: number[] = []
  for (let opening = 0; opening < openings; opening++) {
    // Nothing of it is in the server's memory.
    await server.kill()
    await server.restart()
    const beganMs = performance.now()
    const reader = workshop.people[opening]?.connect(`${workshop.workshopId}/draft/${draftId}`)
    if (!reader) break
    await new Promise<void>((resolve) => reader.provider.once('sync', () => resolve()))
    const body = reader.doc.getXmlFragment('body')
    fragmentBlocks(body)
    yXmlFragmentToProseMirrorRootNode(body, schema)
    tookMs.push(performance.now() - beganMs)
    reader.destroy()
  }
  const most = Math.max(...tookMs)
  return {
    what: `a statement with ${edits} edits of ${authors} people is opened from disk and laid out (median / most of ${openings})`,
    measured: `${percentile(tookMs, 0.5).toFixed(0)} / ${most.toFixed(0)} ms`,
    target: `< ${openMs} ms`,
    met: most < openMs,
  }
}

async function beginDraft({ people: [host], workshopId }: PeopledWorkshop): Promise<string> {
  const { body } = (await host?.post(`/api/workshops/${workshopId}/drafts`, { kind: 'vision', title: 'Vision' })) ?? {}
  return String(body.draftId)
}

async function openDraft({ people: everybody, workshopId }: PeopledWorkshop, draftId: string, count = people): Promise<Connection[]> {
  const connections = everybody.slice(0, count).map((person) => person.connect(`${workshopId}/draft/${draftId}`))
  for (const connection of connections) await connection.synced()
  return connections
}

function lastLine(doc: Y.Doc): Y.XmlText {
  const body = doc.getXmlFragment('body')
  const line = body.get(body.length - 1)
  const text = line instanceof Y.XmlElement ? line.get(0) : undefined
  if (text instanceof Y.XmlText) return text
  throw new Error('the statement has no line')
}

function since(sentAt: number | undefined): number[] {
  return sentAt === undefined ? [] : [performance.now() - sentAt]
}

/** One key: the letter, and the caret behind it as the editor tells it. */
function press(doc: Y.Doc, { awareness }: Connection['provider'], letter: string): void {
  const line = lastLine(doc)
  line.insert(line.length, letter)
  const caret = Y.createRelativePositionFromTypeIndex(line, line.length)
  awareness.setLocalStateField('cursor', { anchor: caret, head: caret, key: Y.getState(doc.store, doc.clientID) })
}

/** One of many edits: mostly a letter somewhere, now and then a deletion, a bold word or a new line. */
function edit(doc: Y.Doc, seed: number): void {
  const body = doc.getXmlFragment('body')
  const element = body.get((seed * 7_919) % body.length)
  const line = element instanceof Y.XmlElement ? element.get(0) : undefined
  if (!(line instanceof Y.XmlText)) return
  const at = line.length === 0 ? 0 : (seed * 104_729) % line.length
  if (seed % 200 === 0) {
    const begun = new Y.XmlElement('paragraph')
    begun.insert(0, [new Y.XmlText()])
    body.insert(body.length, [begun])
  } else if (seed % 5 === 0 && line.length > 3) line.delete(Math.min(at, line.length - 2), 1)
  else if (seed % 31 === 0 && line.length > 8) line.format(Math.min(at, line.length - 5), 4, { bold: {} })
  else line.insert(at, String.fromCharCode(97 + (seed % 26)))
}
