import { mergeRuns } from './inline-runs'
import type { Inline, Mark } from './outline'

/**
 * Runs of text as lines of Markdown; all but the last end with the backslash of a hard break.
 *
 * Every character that would read as markup is escaped, so that two different texts never give the same Markdown.
 */
export function inlineText(runs: readonly Inline[]): string[] {
  const lines = marked(mergeRuns(runs), []).trim().split('\n')
  if (lines.every((line) => unseen.test(line))) return []
  return lines.map((line, index) => escapeLineStart(line.trim()) + (index < lines.length - 1 ? '\\' : ''))
}

/** Spaces, and characters that show nothing where they stand alone. */
const unseen = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** Writes runs whose `open` marks are written already; of the marks to open, the one that reaches farthest goes outside. */
function marked(runs: readonly Inline[], open: readonly string[]): string {
  let text = ''
  let at = 0
  while (at < runs.length) {
    const { mark, reach } = nextMark(runs, at, open)
    const inner = runs.slice(at, at + reach)
    const piece = mark === undefined ? inner.map((run) => escapeText(run.text)).join('') : wrapped(mark, inner, open)
    // "!" directly before a link would make it a picture.
    text = (piece.startsWith('[') ? text.replace(/!$/, '\\!') : text) + piece
    at += reach
  }
  return text
}

const order = ['bold', 'italic', 'strike', 'code'] as const

function nextMark(
  runs: readonly Inline[],
  at: number,
  open: readonly string[],
): { readonly mark: Mark | undefined; readonly reach: number } {
  let best: { mark: Mark | undefined; reach: number } = { mark: undefined, reach: 1 }
  for (const mark of inOrder(runs[at]?.marks ?? [])) {
    if (open.includes(keyOf(mark))) continue
    const reach = reachOf(runs, at, keyOf(mark))
    if (best.mark === undefined || reach > best.reach) best = { mark, reach }
  }
  return best
}

/** Code goes inside everything, since nothing is markup within it; a link goes outside. */
function inOrder(marks: readonly Mark[]): Mark[] {
  const rank = (mark: Mark) => (typeof mark === 'object' ? -1 : order.indexOf(mark))
  const sorted = [...marks].sort((a, b) => rank(a) - rank(b))
  const others = sorted.filter((mark) => mark !== 'code')
  return others.length > 0 ? others : sorted
}

function reachOf(runs: readonly Inline[], at: number, key: string): number {
  let end = at
  while (runs[end]?.marks?.some((mark) => keyOf(mark) === key)) end += 1
  return end - at
}

function keyOf(mark: Mark): string {
  return typeof mark === 'object' ? `link ${mark.href}` : mark
}

const fences = { bold: '**', italic: '*', strike: '~~' } as const

/** Spaces at the ends of marked words belong outside the marks. */
function wrapped(mark: Mark, runs: readonly Inline[], open: readonly string[]): string {
  if (mark === 'code') return codeSpan(runs.map((run) => run.text).join(''))
  const inner = marked(runs, [...open, keyOf(mark)])
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? []
  if (words === '') return before + after
  if (typeof mark === 'object') return `${before}[${words}](${address(mark.href)})${after}`
  // A mark does not cross a hard break: each line carries its own.
  return before + words.replace(/[^\s](?:.*[^\s])?/g, (line) => fences[mark] + line + fences[mark]) + after
}

function codeSpan(code: string): string {
  const text = code.replaceAll('\n', ' ')
  if (text.trim() === '') return text
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') || (text.startsWith(' ') && text.endsWith(' ')) ? ' ' : ''
  return fence + pad + text + pad + fence
}

function address(href: string): string {
  return /[()\s<>\\]/.test(href) ? `<${href.replace(/[<>\\]/g, '\\$&').replace(/\s/g, '%20')}>` : href
}

function escapeText(text: string): string {
  return text
    .replace(/[\\*`[\]~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/<(?=[a-z/!?])/gi, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
}

/** What would read as a heading, list, quote, rule or table row at the start of a line. */
function escapeLineStart(line: string): string {
  if (/^(?:#{1,6}|[-+])(?:\s|$)|^>|^[-=:|][-=:|\s]*$/.test(line)) return `\\${line}`
  return line.replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
}
