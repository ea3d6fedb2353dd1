import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import type * as Y from 'yjs'
import { agenda } from '../../shared/workshop/collections'
import type { ApiPerson } from './api-person'

/** Opens the step "Write together" with its vision begun; the workshop's record. */
export async function openDraftStep(host: ApiPerson): Promise<Y.Doc> {
  const record = await host.open('record')
  const step = agenda.all(record).find(({ title }) => title === 'Write together')
  if (!step) throw new Error('no step to write in')
  expect((await host.workshop('POST', '/drafts', { kind: 'vision', title: 'Vision', stepId: step.id })).status).toBe(201)
  expect((await host.workshop('PUT', '/step', { stepId: step.id })).status).toBe(200)
  return record
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

/** Nothing that a screen reader stumbles over, and nothing wider than the screen, in both themes. */
export async function expectReadable(page: Page): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name
      // Colours that are on their way to the other theme are nobody's.
      const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      return Promise.allSettled(ending.map(({ finished }) => finished)).then(() => undefined)
    }, theme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'wider than the screen').toBeLessThanOrEqual(0)
}
