import { mergeRuns } from '../../../../shared/doc/inline-runs'
import type { Block, Inline, ListItem, Mark } from '../../../../shared/doc/outline'
import { safeHref } from '../../../../shared/doc/safe-href'

/**
 * Reads the well-formed HTML that a Word file is turned into. Elements it does not know keep their words;
 * attributes other than a link's address are not read at all.
 */
export function htmlBlocks(html: string): Block[] {
  return blocksOf(treeOf(html))
}

interface Element {
  readonly tag: string
  readonly href: string | undefined
  readonly children: Node[]
}
type Node = Element | string

const empty = new Set(['br', 'img', 'hr'])

function treeOf(html: string): Node[] {
  const root: Element = { tag: '', href: undefined, children: [] }
  const open: Element[] = [root]
  for (const [whole, closing, name, attributes = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)\b([^>]*)>|[^<]+/gi)) {
    const parent = open.at(-1) ?? root
    const tag = name?.toLowerCase()
    if (tag === undefined) parent.children.push(decoded(whole))
    else if (closing === '/') close(open, tag)
    else {
      const href = /\bhref="([^"]*)"/.exec(attributes)?.[1]
      const element: Element = { tag, href: href === undefined ? undefined : decoded(href), children: [] }
      parent.children.push(element)
      if (!empty.has(tag)) open.push(element)
    }
  }
  return root.children
}

function close(open: Element[], tag: string): void {
  const at = open.findLastIndex((element) => element.tag === tag)
  if (at > 0) open.length = at
}

function blocksOf(nodes: readonly Node[]): Block[] {
  const blocks: Block[] = []
  let loose: Node[] = []
  function endLoose(): void {
    const text = runsOf(loose, [])
    if (text.some((run) => run.text.trim() !== '')) blocks.push({ type: 'paragraph', text })
    loose = []
  }
  for (const node of nodes) {
    const own = typeof node === 'string' ? undefined : blockOf(node)
    if (own === undefined) {
      loose.push(node)
      continue
    }
    endLoose()
    blocks.push(...own)
  }
  endLoose()
  return blocks
}

/** Undefined for an element that stands in a line. */
function blockOf({ tag, children }: Element): Block[] | undefined {
  switch (tag) {
    case 'h1':
    case 'h2':
      return [{ type: 'heading', level: tag === 'h1' ? 1 : 2, text: runsOf(children, []) }]
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ type: 'heading', level: 3, text: runsOf(children, []) }]
    case 'p':
      return [{ type: 'paragraph', text: runsOf(children, []) }]
    case 'ul':
    case 'ol':
      return [
        {
          type: 'list',
          ordered: tag === 'ol',
          items: elements(children, 'li').map((item): ListItem => ({ blocks: blocksOf(item.children) })),
        },
      ]
    case 'blockquote':
      return [{ type: 'quote', blocks: blocksOf(children) }]
    case 'pre':
      return [{ type: 'code', text: runsOf(children, []).reduce((text, run) => text + run.text, '') }]
    case 'hr':
      return [{ type: 'rule' }]
    case 'table':
      return [tableOf(children)]
    case 'div':
    case 'section':
      return blocksOf(children)
    default:
      return undefined
  }
}

function tableOf(children: readonly Node[]): Block {
  const rows = deep(children, 'tr').map((row) => row.children.filter((cell): cell is Element => typeof cell !== 'string'))
  const cells = rows.map((row) => row.map((cell) => runsOf(cell.children, [])))
  // A Word table says rarely which row is its head; the first one is, in all but the rarest statements.
  return { type: 'table', head: cells[0] ?? [], rows: cells.slice(1) }
}

function elements(nodes: readonly Node[], tag: string): Element[] {
  return nodes.filter((node): node is Element => typeof node !== 'string' && node.tag === tag)
}

function deep(nodes: readonly Node[], tag: string): Element[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [] : node.tag === tag ? [node] : deep(node.children, tag)))
}

const markOfTag: Readonly<Record<string, Mark>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
}

function runsOf(nodes: readonly Node[], marks: readonly Mark[]): readonly Inline[] {
  return mergeRuns(
    nodes.flatMap((node, index): readonly Inline[] => {
      if (typeof node === 'string') return [{ text: node, ...(marks.length > 0 ? { marks } : {}) }]
      if (node.tag === 'br') return [{ text: '\n' }]
      if (isWayBack(node)) return []
      const inner = runsOf(node.children, withMark(marks, markFor(node)))
      // Paragraphs inside a cell or a heading stand below one another.
      return node.tag === 'p' && index > 0 && inner.length > 0 ? [{ text: '\n' }, ...inner] : inner
    }),
  )
}

/** The arrow back to its place that a footnote is given on the way; nobody wrote it. */
function isWayBack({ tag, href }: Element): boolean {
  return tag === 'a' && /^#(?:foot|end)note-ref-/.test(href ?? '')
}

function markFor({ tag, href }: Element): Mark | undefined {
  if (tag !== 'a') return markOfTag[tag]
  const safe = safeHref(href)
  return safe === undefined ? undefined : { href: safe }
}

function withMark(marks: readonly Mark[], mark: Mark | undefined): readonly Mark[] {
  return mark === undefined || marks.includes(mark) ? marks : [...marks, mark]
}

function decoded(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}
