import type { Block, Inline, Mark } from '../../../shared/doc/outline'
import { dateInWords } from '../../../shared/tools/document/date'
import type { DocumentModel } from '../../../shared/tools/document/schema'
import { documentCss } from './html-css'
import { escapeHtml } from './html-escape'
import { markSvg } from './html-mark'

/** The document as one web page: no script, nothing loaded from anywhere. */
export function renderHtml(model: DocumentModel): string {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">`
  return documentPage(model, { head: `${policy}\n<style>\n${documentCss}</style>`, note: dateInWords(model.date) })
}

/** What surrounds the document on a page. */
export interface PageFrame {
  /** Elements for `<head>`, trusted. */
  readonly head: string
  /** Top right: the date, and for a published page its version. */
  readonly note: string
}

/** The whole page. Every text in it is escaped here; `head` alone is taken as it is. */
export function documentPage(model: DocumentModel, { head, note }: PageFrame): string {
  const sections = model.sections.map((section, index) => ({ ...section, id: `s${index + 1}` }))
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')
  return `<!doctype html>
<html lang="${model.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(model.title)}</title>
${head}
</head>
<body>
<main>
<header class="top"><span class="name">${markSvg}<b dir="auto">${escapeHtml(model.title)}</b></span><span>${escapeHtml(note)}</span></header>
<h1 dir="auto">${escapeHtml(model.title)}</h1>
${model.focusQuestion ? `<p class="question" dir="auto">${escapeHtml(model.focusQuestion)}</p>\n` : ''}${
  sections.length > 1 ? `<nav aria-label="Contents"><ol>${contents}</ol></nav>\n` : ''
}${sections.map(sectionHtml).join('\n')}
</main>
</body>
</html>
`
}

function sectionHtml({ id, title, blocks, part }: DocumentModel['sections'][number] & { readonly id: string }): string {
  return `<section id="${id}" class="part-${part}" aria-labelledby="${id}-title">
<h2 id="${id}-title" dir="auto">${escapeHtml(title)}</h2>
${blocks.map(blockHtml).join('\n')}
</section>`
}

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level + 2} dir="auto">${runsHtml(block.text)}</h${block.level + 2}>`
    case 'paragraph':
      return `<p${block.style ? ` class="${block.style}"` : ''} dir="auto">${runsHtml(block.text)}</p>`
    case 'list':
      return listHtml(block)
    case 'quote':
      return `<blockquote>${block.blocks.map(blockHtml).join('\n')}</blockquote>`
    case 'code':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`
    case 'rule':
      return '<hr>'
    case 'table':
      return tableHtml(block)
  }
}

function listHtml({ ordered, start, items }: Extract<Block, { type: 'list' }>): string {
  const isTasks = items.some(({ checked }) => checked !== undefined)
  const body = items
    .map(({ blocks, checked }) => {
      const box =
        checked === undefined ? '' : `<span class="box" role="img" aria-label="${checked ? 'Done' : 'Open'}">${checked ? '☑' : '☐'}</span> `
      return `<li dir="auto">${box}${blocks.map(itemBlockHtml).join('\n')}</li>`
    })
    .join('\n')
  const tag = ordered ? 'ol' : 'ul'
  return `<${tag}${isTasks ? ' class="tasks"' : ''}${ordered && start !== undefined ? ` start="${start}"` : ''}>\n${body}\n</${tag}>`
}

/** An item's own words need no paragraph around them. */
function itemBlockHtml(block: Block, index: number): string {
  return index === 0 && block.type === 'paragraph' && !block.style ? runsHtml(block.text) : blockHtml(block)
}

function tableHtml({ caption, head, rows, toSign }: Extract<Block, { type: 'table' }>): string {
  const hasHead = head.some((cell) => cell.length > 0)
  const headRow = hasHead
    ? `<thead><tr>${head.map((cell) => `<th scope="col" dir="auto">${runsHtml(cell)}</th>`).join('')}</tr></thead>\n`
    : ''
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td dir="auto">${runsHtml(cell)}</td>`).join('')}</tr>`).join('\n')
  const words = caption ? `<caption dir="auto">${escapeHtml(caption)}</caption>\n` : ''
  // A wide table scrolls by itself, so the keyboard must be able to reach it.
  const frame = `<div class="wide" tabindex="0" role="region" aria-label="${escapeHtml(caption ?? 'Table')}">`
  const isMany = Math.max(head.length, ...rows.map((row) => row.length)) > 6
  const look = toSign ? ' class="sign"' : isMany ? ' class="many"' : ''
  return `${frame}<table${look}>\n${words}${headRow}<tbody>\n${body}\n</tbody>\n</table></div>`
}

function runsHtml(runs: readonly Inline[]): string {
  return runs.map(({ text, marks = [] }) => marks.reduce<string>(markHtml, escapeHtml(text).replaceAll('\n', '<br>'))).join('')
}

const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const

function markHtml(inner: string, mark: Mark): string {
  if (typeof mark === 'object') return `<a href="${escapeHtml(mark.href)}" rel="noopener noreferrer nofollow">${inner}</a>`
  return `<${tags[mark]}>${inner}</${tags[mark]}>`
}
