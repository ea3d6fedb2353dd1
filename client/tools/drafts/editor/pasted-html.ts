import { safeHref } from '../../../../shared/doc/safe-href'
import { styleAttribute } from './inert-markup'
import { listsOfWord } from './word-lists'

/** What of a paste may come in. */
export interface PastedHtml {
  readonly html: string
  /** How many pictures stayed out. */
  readonly pictures: number
}

/**
 * Reduces what a word processor or a web page puts on the clipboard to what a wording may be made of: headings,
 * lists, tables, quotes, bold, italic, strike, code and links. Words stay, whatever stood around them; what was hidden,
 * deleted or a remark there does not come in.
 *
 * @param page parsed without a window from inert markup, so that nothing in it runs, loads or is reported; it is changed
 */
export function cleanedPaste(page: Document): PastedHtml {
  for (const element of page.querySelectorAll(unseen)) element.remove()
  for (const element of page.querySelectorAll<HTMLElement>(`[${styleAttribute}], [hidden]`)) if (isHidden(element)) element.remove()
  const pictures = [...page.querySelectorAll('img, svg, canvas, video')].filter((picture) => !isEmojiOrPixel(picture)).length
  listsOfWord(page.body)
  const clean = page.implementation.createHTMLDocument('')
  clean.body.append(...cleanedChildren(page.body, clean))
  return { html: clean.body.innerHTML, pictures }
}

const unseen = [
  'script, x-style, meta, link, title, template, noscript, iframe, object, embed, audio, select, textarea, button, input, colgroup',
  // Word's own: remarks and the links to them, and what was deleted with changes tracked.
  `[${styleAttribute}*="mso-element:comment"]`,
  '.MsoCommentReference, a[href^="#_msocom"], .msoDel, del[datetime], del[cite]',
].join(', ')

function isHidden(element: HTMLElement): boolean {
  if (element.hidden) return true
  return /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|font-size:\s*0(?![.\d])/i.test(styleOf(element))
}

function styleOf(element: Element): string {
  return element.getAttribute(styleAttribute) ?? ''
}

function isEmojiOrPixel(picture: Element): boolean {
  return emojiOf(picture) !== '' || (picture.getAttribute('width') === '1' && picture.getAttribute('height') === '1')
}

function emojiOf(picture: Element): string {
  const alt = picture.getAttribute('alt') ?? ''
  return /^\p{Extended_Pictographic}/u.test(alt) && alt.length <= 16 ? alt : ''
}

function cleanedChildren(parent: Element, clean: Document): Node[] {
  return [...parent.childNodes].flatMap((child) => {
    if (child.nodeType === child.TEXT_NODE) return [clean.createTextNode(wordsOf(child.textContent ?? '', parent))]
    // Comments, and with them Word's conditional ones, are neither.
    return child.nodeType === child.ELEMENT_NODE ? cleaned(child as Element, clean) : []
  })
}

/** What stands for a line's end in the source, and for a gap in the layout, is one space. */
function wordsOf(text: string, parent: Element): string {
  const isGap = parent.className === 'Apple-converted-space' || /mso-(?:spacerun|tab-count)/.test(styleOf(parent))
  return isGap ? ' ' : text
}

const kept = new Set([
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
  'br',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'td',
  'th',
  'div',
  'section',
  'article',
])
const markOf: Readonly<Record<string, string>> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  s: 's',
  strike: 's',
  del: 's',
  code: 'code',
}

function cleaned(element: Element, clean: Document): Node[] {
  const tag = element.localName
  if (tag === 'img') return [clean.createTextNode(emojiOf(element))]
  if (tag === 'svg' || tag === 'canvas' || tag === 'video') return []
  if (tag === 'pre') return codeLines(element, clean)
  const inner = cleanedChildren(element, clean)
  const level = headingLevel(element)
  if (level) return hasWords(inner) ? [wrapped(`h${level}`, inner, clean)] : []
  if (tag === 'p') return hasWords(inner) ? [wrapped('p', marked(element, inner, clean), clean)] : []
  // A table of one cell is a frame.
  if (tag === 'table' && element.querySelectorAll('td, th').length < 2) return inner.flatMap(contentOf)
  if (kept.has(tag)) return [withNumbers(wrapped(tag, inner, clean), element)]
  const href = tag === 'a' ? safeHref(element.getAttribute('href')) : undefined
  const content = marked(element, inner, clean)
  if (href === undefined || !hasWords(content)) return content
  const link = wrapped('a', content, clean)
  link.setAttribute('href', href)
  return [link]
}

/** 1 to 3, or 0 for what is no heading. */
function headingLevel(element: Element): number {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1]
  const role = element.getAttribute('role') === 'heading' ? (element.getAttribute('aria-level') ?? '2') : undefined
  const title = element.localName === 'p' && element.classList.contains('MsoTitle') ? '1' : undefined
  return Math.min(3, Number(tag ?? role ?? title ?? 0) || 0)
}

/** Bold, italic and strike, by element or by style; the style has the last word, as `<b style="font-weight:normal">` shows. */
function marked(element: Element, inner: Node[], clean: Document): Node[] {
  if (!hasWords(inner)) return inner
  const style = styleOf(element)
  const own = markOf[element.localName]
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1]
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1]
  const isBold = weight === undefined ? own === 'strong' : /^(?:bold|bolder|[6-9]00)$/i.test(weight)
  const isItalic = slant === undefined ? own === 'em' : /^(?:italic|oblique)$/i.test(slant)
  const isStruck = own === 's' || /text-decoration[^;]*line-through/i.test(style)
  const tags = [isBold && 'strong', isItalic && 'em', isStruck && 's', own === 'code' && 'code'].filter((mark) => mark !== false)
  return tags.reduce((content: Node[], mark) => [wrapped(mark, content, clean)], inner)
}

function codeLines(element: Element, clean: Document): Node[] {
  const lines = (element.textContent ?? '').replace(/\n$/, '').split('\n')
  return lines.map((line) => wrapped('p', [wrapped('code', [clean.createTextNode(line)], clean)], clean))
}

/** Of a table's frame, what stands in it. */
function contentOf(node: Node): Node[] {
  const isFrame = /^(?:TBODY|THEAD|TFOOT|TR|TD|TH)$/.test(node.nodeName)
  return isFrame ? [...node.childNodes].flatMap(contentOf) : [node]
}

function withNumbers(copy: HTMLElement, element: Element): HTMLElement {
  const names = copy.localName === 'ol' ? ['start'] : ['td', 'th'].includes(copy.localName) ? ['colspan', 'rowspan'] : []
  for (const name of names) {
    const value = element.getAttribute(name) ?? ''
    if (/^\d{1,3}$/.test(value)) copy.setAttribute(name, value)
  }
  return copy
}

function wrapped(tag: string, content: readonly Node[], clean: Document): HTMLElement {
  const element = clean.createElement(tag)
  element.append(...content)
  return element
}

function hasWords(nodes: readonly Node[]): boolean {
  return nodes.some((node) => /[^\s]/.test(node.textContent ?? ''))
}
