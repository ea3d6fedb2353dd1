import { styleAttribute } from './inert-markup'

/**
 * Makes real lists of the paragraphs that Word writes instead: each says in its style how deep it stands, and brings
 * its bullet or number along as text.
 */
export function listsOfWord(body: Element): void {
  for (const first of body.querySelectorAll(`[${styleAttribute}*="mso-list"]`)) {
    const item = itemOf(first)
    // Taken in already with the one before.
    if (!item || !first.isConnected) continue
    const run = [item]
    for (let next = item.element.nextElementSibling; next; next = next.nextElementSibling) {
      const following = itemOf(next)
      if (!following) break
      run.push(following)
    }
    first.before(...nested(run))
    for (const { element } of run) element.remove()
  }
}

interface WordItem {
  readonly element: Element
  /** From 1. */
  readonly level: number
  /** Undefined for a bullet. */
  readonly number: number | undefined
}

function itemOf(element: Element): WordItem | undefined {
  if (!/^(?:p|div|h[1-6])$/.test(element.localName)) return undefined
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(element.getAttribute(styleAttribute) ?? '')?.[1]
  if (level === undefined) return undefined
  const marker = element.querySelector(ignored)
  return { element, level: Number(level), number: numberOf(marker?.textContent ?? '') }
}

/** `3.` is 3; `b)` and `iv.` are numbered too, and counted from 1. */
function numberOf(marker: string): number | undefined {
  const text = marker.trim()
  const digits = /^\(?(\d{1,3})[.)]?$/.exec(text)?.[1]
  if (digits !== undefined) return Number(digits)
  return /^\(?(?:[a-z]|[ivxlcdm]+)[.)]$/i.test(text) ? 1 : undefined
}

/** Items one after the other as lists within lists. */
function nested(items: readonly WordItem[]): Element[] {
  const lists: Element[] = []
  const open: { readonly level: number; readonly list: Element }[] = []
  for (const item of items) {
    while ((open.at(-1)?.level ?? 0) > item.level) open.pop()
    let current = open.at(-1)
    const tag = item.number === undefined ? 'ul' : 'ol'
    if (current?.level === item.level && current.list.localName !== tag) {
      open.pop()
      current = undefined
    }
    if (current?.level !== item.level) {
      const list = item.element.ownerDocument.createElement(tag)
      if (item.number !== undefined && item.number !== 1) list.setAttribute('start', String(item.number))
      const parent = open.at(-1)?.list.lastElementChild
      if (parent) parent.append(list)
      else lists.push(list)
      current = { level: item.level, list }
      open.push(current)
    }
    current.list.append(listItem(item.element))
  }
  return lists
}

function listItem(element: Element): Element {
  for (const marker of element.querySelectorAll(ignored)) marker.remove()
  const item = element.ownerDocument.createElement('li')
  const line = element.ownerDocument.createElement('p')
  line.append(...element.childNodes)
  item.append(line)
  return item
}

const ignored = `[${styleAttribute}*="mso-list:Ignore"], [${styleAttribute}*="mso-list: Ignore"]`
