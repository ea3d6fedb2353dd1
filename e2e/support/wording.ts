import { expect, type Locator, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { agenda } from '../../shared/workshop/collections'
import type { ApiPerson } from './api-person'

/** Opens a step with its vision begun; the workshop's record. */
export async function openDraftStep(host: ApiPerson, title = 'Write together'): Promise<Y.Doc> {
  return (await beginVision(host, title)).record
}

/** A wording and its document, open to write in. */
export interface BegunWording {
  readonly draftId: string
  readonly doc: Y.Doc
}

/** Opens the step that checks the words, with a vision that says this. */
export async function beginWording(host: ApiPerson, text: string): Promise<BegunWording> {
  const { draftId } = await beginVision(host, 'Check the words')
  const doc = await host.open(`draft/${draftId}`)
  rewrite(doc, text)
  return { draftId, doc }
}

async function beginVision(host: ApiPerson, title: string): Promise<{ readonly record: Y.Doc; readonly draftId: string }> {
  const record = await host.open('record')
  const step = agenda.all(record).find((each) => each.title === title)
  if (!step) throw new Error(`no step “${title}”`)
  const { status, body } = await host.workshop('POST', '/drafts', { kind: 'vision', title: 'Vision', stepId: step.id })
  expect(status).toBe(201)
  expect((await host.workshop('PUT', '/step', { stepId: step.id })).status).toBe(200)
  return { record, draftId: String(body.draftId) }
}

/** Adds a paragraph, as any program with a Yjs library could. */
export function addParagraph(doc: Y.Doc, text: string): void {
  doc.getXmlFragment('body').push([paragraph(text)])
}

/** Lets a wording say this and nothing else, as any program with a Yjs library could. */
export function rewrite(doc: Y.Doc, text: string): void {
  const body = doc.getXmlFragment('body')
  doc.transact(() => {
    body.delete(0, body.length)
    body.push([paragraph(text)])
  })
}

function paragraph(text: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(text)])
  return element
}

/** The vision, where it is written. */
export function editorOf(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Vision, working draft' })
}

/** The vision, to read. */
export function wordingOf(page: Page): Locator {
  return page.locator('.drafts-card .wording')
}

/** Selects words as a long press and its handles would. */
export async function selectIn(text: Locator, words: string): Promise<void> {
  await text.evaluate(async (element, wanted) => {
    if (element instanceof HTMLElement && element.isContentEditable) element.focus()
    const [from, to] = rangeOf(element, wanted)
    // The editor reads the browser's selection when it is told of a change, and it listened before this does.
    const told = new Promise((resolve) => document.addEventListener('selectionchange', resolve, { once: true }))
    document.getSelection()?.setBaseAndExtent(...from, ...to)
    await told

    function rangeOf(within: Element, sought: string): [[Node, number], [Node, number]] {
      const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT)
      const nodes: Node[] = []
      while (walker.nextNode()) nodes.push(walker.currentNode)
      const at = nodes
        .map((node) => node.textContent ?? '')
        .join('')
        .indexOf(sought)
      if (at < 0) throw new Error(`“${sought}” is not there`)
      return [placeIn(nodes, at), placeIn(nodes, at + sought.length)]
    }

    function placeIn(nodes: readonly Node[], at: number): [Node, number] {
      let before = 0
      for (const node of nodes) {
        const length = node.textContent?.length ?? 0
        if (at <= before + length) return [node, at - before]
        before += length
      }
      throw new Error('beyond the end')
    }
  }, words)
}
