import * as Y from 'yjs'
import { mergeRuns } from './inline-runs'
import type { Block, Cell, Inline, ListItem, Mark } from './outline'
import { safeHref } from './safe-href'

/**
 * Reads a wording's rich text into the outline model.
 *
 * Walks the fragment itself, without an editor: what it does not know is read as paragraphs, never dropped, and
 * nothing that could run as code comes through.
 */
export function fragmentBlocks(fragment: Y.XmlFragment): Block[] {
  return childrenOf(fragment).flatMap(nodeBlocks)
}

type RichChild = Y.XmlElement | Y.XmlText

function childrenOf(node: Y.XmlFragment): RichChild[] {
  return node.toArray().filter((child): child is RichChild => child instanceof Y.XmlElement || child instanceof Y.XmlText)
}

function nodeBlocks(node: RichChild): Block[] {
  if (node instanceof Y.XmlText) return textBlock(runsOf([node]))
  switch (node.nodeName) {
    case 'heading':
      return [{ type: 'heading', level: headingLevel(node), text: inlineOf(node) }]
    case 'bulletList':
    case 'taskList':
      return [{ type: 'list', ordered: false, items: childrenOf(node).map(listItem) }]
    case 'orderedList':
      return [{ type: 'list', ordered: true, ...startOf(node), items: childrenOf(node).map(listItem) }]
    case 'blockquote':
      return [{ type: 'quote', blocks: fragmentBlocks(node) }]
    case 'codeBlock':
      return [{ type: 'code', text: inlineOf(node).reduce((text, run) => text + run.text, '') }]
    case 'horizontalRule':
      return [{ type: 'rule' }]
    case 'table':
      return tableBlocks(node)
    case 'paragraph':
      return [{ type: 'paragraph', text: inlineOf(node) }]
    default:
      return holdsText(node) ? textBlock(inlineOf(node)) : fragmentBlocks(node)
  }
}

function textBlock(text: readonly Inline[]): Block[] {
  return text.length === 0 ? [] : [{ type: 'paragraph', text }]
}

function headingLevel(node: Y.XmlElement): 1 | 2 | 3 {
  const level = Number(attribute(node, 'level'))
  return level === 1 || level === 2 ? level : 3
}

function startOf(node: Y.XmlElement): { readonly start?: number } {
  const start = Number(attribute(node, 'start') ?? 1)
  return Number.isSafeInteger(start) && start >= 0 && start !== 1 ? { start } : {}
}

function listItem(node: RichChild): ListItem {
  const blocks = node instanceof Y.XmlText ? nodeBlocks(node) : fragmentBlocks(node)
  if (!(node instanceof Y.XmlElement) || node.nodeName !== 'taskItem') return { blocks }
  const checked = attribute(node, 'checked')
  return { blocks, checked: checked === true || checked === 'true' }
}

function tableBlocks(node: Y.XmlElement): Block[] {
  const rows = childrenOf(node).filter((row) => row instanceof Y.XmlElement)
  const first = rows[0]
  if (!first) return []
  const hasHead = childrenOf(first).every((cell) => cell instanceof Y.XmlElement && cell.nodeName === 'tableHeader')
  const cells = rows.map((row) => childrenOf(row).flatMap(tableCell))
  return [{ type: 'table', head: hasHead ? (cells[0] ?? []) : [], rows: hasHead ? cells.slice(1) : cells }]
}

/** A cell over several columns is followed by empty ones, so that every row has its columns. */
function tableCell(node: RichChild): Cell[] {
  const parts = node instanceof Y.XmlText ? [runsOf([node])] : fragmentBlocks(node).map(blockRuns)
  const text = parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [{ text: '\n' }, ...part]))
  const span = node instanceof Y.XmlElement ? Number(attribute(node, 'colspan') ?? 1) : 1
  const empty = Number.isSafeInteger(span) && span > 1 ? Math.min(span, 50) - 1 : 0
  return [mergeRuns(text), ...Array.from({ length: empty }, () => [])]
}

function blockRuns(block: Block): readonly Inline[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'code':
      return [{ text: block.text }]
    case 'quote':
      return joinRuns(block.blocks.map(blockRuns))
    case 'list':
      return joinRuns(block.items.map((item) => joinRuns(item.blocks.map(blockRuns))))
    case 'table':
      return joinRuns([block.head, ...block.rows].map((row) => joinRuns(row)))
    case 'rule':
      return []
  }
}

function joinRuns(parts: readonly (readonly Inline[])[]): readonly Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [{ text: '\n' }, ...part]))
}

function holdsText(node: Y.XmlElement): boolean {
  return childrenOf(node).some((child) => child instanceof Y.XmlText)
}

function inlineOf(node: Y.XmlElement): readonly Inline[] {
  return runsOf(childrenOf(node))
}

function runsOf(nodes: readonly RichChild[]): readonly Inline[] {
  return mergeRuns(
    nodes.flatMap((node): Inline[] => {
      if (node instanceof Y.XmlText) return textRuns(node)
      return node.nodeName === 'hardBreak' ? [{ text: '\n' }] : [...inlineOf(node)]
    }),
  )
}

interface Delta {
  readonly insert: unknown
  readonly attributes?: Readonly<Record<string, unknown>>
}

function textRuns(text: Y.XmlText): Inline[] {
  return (text.toDelta() as Delta[]).flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return []
    const marks = marksOf(attributes)
    return [{ text: plainCharacters(insert), ...(marks.length > 0 ? { marks } : {}) }]
  })
}

/** Every kind of line end becomes `\n`; other control characters, which no export can hold, go. */
function plainCharacters(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove.
  return text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/[\0-\x08\x0e-\x1f\x7f\ufffe\uffff]/g, '')
}

const simpleMarks = ['bold', 'italic', 'strike', 'code'] as const

/** Marks in one fixed order. The editor's binding may append `--` and a hash to a mark's name. */
function marksOf(attributes: Readonly<Record<string, unknown>>): Mark[] {
  const found = new Map<string, unknown>()
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) found.set(name.replace(/--[a-zA-Z0-9+/=]{8}$/, ''), value)
  }
  const marks: Mark[] = simpleMarks.filter((mark) => found.has(mark))
  const link = found.get('link')
  const href = typeof link === 'object' && link !== null ? safeHref((link as { href?: unknown }).href) : undefined
  return href === undefined ? marks : [...marks, { href }]
}

function attribute(node: Y.XmlElement, name: string): unknown {
  // The editor's binding stores numbers and booleans, which yjs's type does not say.
  return node.getAttribute(name) as unknown
}
