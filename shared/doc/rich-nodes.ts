import * as Y from 'yjs'
import type { Block, Cell, Inline, ListItem, Mark } from './outline'

/** A node of the editor's document as JSON. */
export interface RichNode {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly RichNode[]
  readonly text?: string
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[]
}

/**
 * Blocks as the editor's nodes. What the editor has no node for is kept as words: a fourth heading level becomes
 * the third, code lines become paragraphs in code letters.
 */
export function blockNodes(blocks: readonly Block[]): RichNode[] {
  return blocks.flatMap(nodesOf)
}

/** Writes blocks to the end of a fragment, as the editor's own binding would. */
export function fillFragment(fragment: Y.XmlFragment, blocks: readonly Block[]): void {
  insertNodes(fragment, filled(blocks))
}

/** Writes the editor's nodes to the end of a fragment. */
export function insertNodes(fragment: Y.XmlFragment, nodes: readonly RichNode[]): void {
  fragment.insert(fragment.length, typesOf(nodes))
}

function nodesOf(block: Block): RichNode[] {
  switch (block.type) {
    case 'heading':
      return [{ type: 'heading', attrs: { level: Math.min(block.level, 3) }, content: inlineNodes(block.text) }]
    case 'paragraph':
      return [paragraph(block.text)]
    case 'list':
      return [listNode(block)]
    case 'quote':
      return [{ type: 'blockquote', content: filled(block.blocks) }]
    case 'code':
      return block.text.split('\n').map((line) => paragraph([{ text: line, marks: ['code'] }]))
    case 'rule':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return [tableNode(block.head, block.rows)]
  }
}

function paragraph(text: readonly Inline[]): RichNode {
  return { type: 'paragraph', content: inlineNodes(text) }
}

function filled(blocks: readonly Block[]): RichNode[] {
  const nodes = blockNodes(blocks)
  return nodes.length > 0 ? nodes : [paragraph([])]
}

/** A list with one tickable item is a task list: the editor knows no mixture. */
function listNode({ ordered, start, items }: Extract<Block, { type: 'list' }>): RichNode {
  if (items.some((item) => item.checked !== undefined)) {
    return {
      type: 'taskList',
      content: items.map((item) => ({ type: 'taskItem', attrs: { checked: item.checked ?? false }, content: itemNodes(item) })),
    }
  }
  const content = items.map((item) => ({ type: 'listItem', content: itemNodes(item) }))
  return ordered ? { type: 'orderedList', attrs: { start: start ?? 1 }, content } : { type: 'bulletList', content }
}

/** The editor wants an item to begin with a paragraph. */
function itemNodes({ blocks }: ListItem): RichNode[] {
  const nodes = filled(blocks)
  return nodes[0]?.type === 'paragraph' ? nodes : [paragraph([]), ...nodes]
}

function tableNode(head: readonly Cell[], rows: readonly (readonly Cell[])[]): RichNode {
  const columns = Math.max(1, head.length, ...rows.map((row) => row.length))
  const row = (type: string, cells: readonly Cell[]): RichNode => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, at) => ({ type, content: [paragraph(cells[at] ?? [])] })),
  })
  const hasHead = head.some((cell) => cell.length > 0)
  return { type: 'table', content: [...(hasHead ? [row('tableHeader', head)] : []), ...rows.map((cells) => row('tableCell', cells))] }
}

function inlineNodes(runs: readonly Inline[]): RichNode[] {
  return runs.flatMap(({ text, marks = [] }) => {
    const stored = marks.map(markNode)
    return text
      .split('\n')
      .flatMap((line, index): RichNode[] => [
        ...(index > 0 ? [{ type: 'hardBreak' }] : []),
        ...(line === '' ? [] : [{ type: 'text', text: line, ...(stored.length > 0 ? { marks: stored } : {}) }]),
      ])
  })
}

function markNode(mark: Mark): { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> } {
  return typeof mark === 'object' ? { type: 'link', attrs: { href: mark.href } } : { type: mark }
}

/** Yjs types for nodes; neighbouring text nodes share one `Y.XmlText`. */
function typesOf(nodes: readonly RichNode[]): (Y.XmlElement | Y.XmlText)[] {
  const types: (Y.XmlElement | Y.XmlText)[] = []
  let delta: { insert: string; attributes: Record<string, unknown> }[] = []
  function endText(): void {
    if (delta.length === 0) return
    const text = new Y.XmlText()
    text.applyDelta(delta)
    types.push(text)
    delta = []
  }
  for (const node of nodes) {
    if (node.type === 'text') {
      delta.push({
        insert: node.text ?? '',
        attributes: Object.fromEntries((node.marks ?? []).map(({ type, attrs = {} }) => [type, attrs])),
      })
      continue
    }
    endText()
    types.push(elementOf(node))
  }
  endText()
  return types
}

const textBlocks: readonly string[] = ['paragraph', 'heading']

function elementOf(node: RichNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type)
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    // The binding stores numbers and booleans as they are; yjs's type only says string.
    element.setAttribute(name, value as string)
  }
  const content = typesOf(node.content ?? [])
  // An empty line gets its text at once: two people who begin in it at the same time would each bring their own, and
  // the editor's binding repeats letters when it joins the two.
  element.insert(0, content.length === 0 && textBlocks.includes(node.type) ? [new Y.XmlText()] : content)
  return element
}
