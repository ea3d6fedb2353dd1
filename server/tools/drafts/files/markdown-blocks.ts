import { marked, type Token, type Tokens } from 'marked'
import type { Block, Cell, Inline, ListItem, Mark } from '../../../../shared/doc/outline'
import { safeHref } from '../../../../shared/doc/safe-href'

/**
 * Reads Markdown (CommonMark with GitHub's tables, task lists and strike-through) into the outline model.
 *
 * HTML in it stays text, a link that may not be one keeps its words, a picture becomes its description.
 */
export function markdownBlocks(markdown: string): Block[] {
  return blocksOf(marked.lexer(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), { gfm: true }))
}

function blocksOf(tokens: readonly Token[]): Block[] {
  return tokens.flatMap(blockOf)
}

function blockOf(token: Token): Block[] {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading
      return [{ type: 'heading', level: depth === 1 || depth === 2 ? depth : 3, text: trimmed(inlineOf(tokens)) }]
    }
    case 'paragraph':
    case 'text': {
      const { tokens, text } = token as Tokens.Paragraph
      return [{ type: 'paragraph', text: trimmed(tokens ? inlineOf(tokens) : [{ text }]) }]
    }
    case 'list':
      return listBlocks(token as Tokens.List)
    case 'blockquote':
      return [{ type: 'quote', blocks: blocksOf((token as Tokens.Blockquote).tokens) }]
    case 'code':
      return [{ type: 'code', text: (token as Tokens.Code).text }]
    case 'hr':
      return [{ type: 'rule' }]
    case 'table':
      return [tableBlock(token as Tokens.Table)]
    case 'html':
      return htmlText((token as Tokens.HTML).text)
    default:
      return []
  }
}

function htmlText(text: string): Block[] {
  return text.trim() === '' ? [] : [{ type: 'paragraph', text: [{ text: text.trim() }] }]
}

/** A list that has both tickable and other items is read as two kinds of lists, one after the other. */
function listBlocks({ ordered, start, items }: Tokens.List): Block[] {
  const lists: { ordered: boolean; isTask: boolean; start?: number; items: ListItem[] }[] = []
  items.forEach((item, index) => {
    const last = lists.at(-1)
    const list = last && last.isTask === item.task ? last : undefined
    const first = typeof start === 'number' ? start + index : 1
    if (list) list.items.push(listItem(item))
    else
      lists.push({
        ordered: ordered && !item.task,
        isTask: item.task,
        ...(ordered && first !== 1 ? { start: first } : {}),
        items: [listItem(item)],
      })
  })
  return lists.map(({ isTask: _isTask, ...list }) => ({ type: 'list', ...list }))
}

function listItem(item: Tokens.ListItem): ListItem {
  const blocks = blocksOf(item.tokens.filter((token) => token.type !== 'checkbox'))
  return item.task ? { blocks, checked: item.checked === true } : { blocks }
}

function tableBlock({ header, rows }: Tokens.Table): Block {
  const cell = ({ tokens }: Tokens.TableCell): Cell => trimmed(inlineOf(tokens))
  return { type: 'table', head: header.map(cell), rows: rows.map((row) => row.map(cell)) }
}

function inlineOf(tokens: readonly Token[], marks: readonly Mark[] = []): Inline[] {
  return tokens.flatMap((token) => runsOf(token, marks))
}

function runsOf(token: Token, marks: readonly Mark[]): Inline[] {
  switch (token.type) {
    case 'strong':
      return inlineOf((token as Tokens.Strong).tokens, withMark(marks, 'bold'))
    case 'em':
      return inlineOf((token as Tokens.Em).tokens, withMark(marks, 'italic'))
    case 'del':
      return inlineOf((token as Tokens.Del).tokens, withMark(marks, 'strike'))
    case 'codespan':
      return run((token as Tokens.Codespan).text, withMark(marks, 'code'))
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      const safe = safeHref(href)
      return inlineOf(tokens, safe === undefined ? marks : withMark(marks, { href: safe }))
    }
    case 'image':
      return run((token as Tokens.Image).text, marks)
    case 'escape':
      return run((token as Tokens.Escape).text, marks)
    case 'br':
      return run('\n', marks)
    case 'html':
      return /^<br\s*\/?>$/i.test(token.raw.trim()) ? run('\n', marks) : run(token.raw, marks)
    case 'checkbox':
      return []
    default:
      return plainRuns(token as Tokens.Text, marks)
  }
}

/** A line end inside a paragraph of Markdown is a space. */
function plainRuns({ tokens, text }: Tokens.Text, marks: readonly Mark[]): Inline[] {
  if (tokens && tokens.length > 0) return inlineOf(tokens, marks)
  return run(decodeEntities(text.replace(/[ \t]*\n[ \t]*/g, ' ')), marks)
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    if (code !== undefined) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    return entities[name] ?? whole
  })
}

function run(text: string, marks: readonly Mark[]): Inline[] {
  return text === '' ? [] : [{ text, ...(marks.length > 0 ? { marks } : {}) }]
}

function withMark(marks: readonly Mark[], mark: Mark): readonly Mark[] {
  return marks.some((own) => JSON.stringify(own) === JSON.stringify(mark)) ? marks : [...marks, mark]
}

function trimmed(runs: readonly Inline[]): readonly Inline[] {
  const kept = runs.filter(({ text }) => text !== '')
  return kept.map((own, at) => {
    const start = at === 0 ? own.text.trimStart() : own.text
    return { ...own, text: at === kept.length - 1 ? start.trimEnd() : start }
  })
}
