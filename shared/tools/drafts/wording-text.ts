import * as Y from 'yjs'

/** One line of a wording among all its characters. */
export interface TextLine {
  readonly line: Y.XmlText
  /** How many characters come before it. */
  readonly from: number
  readonly to: number
}

/** The characters of a wording in reading order, whatever blocks they stand in. */
export interface WordingText {
  readonly characters: string
  readonly lines: readonly TextLine[]
}

/** Some characters of a wording, by how many come before. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Reads the characters of a draft's rich text. */
export function wordingText(body: Y.XmlFragment): WordingText {
  const lines: TextLine[] = []
  let characters = ''
  for (const line of linesOf(body)) {
    const from = characters.length
    characters += charactersOf(line)
    lines.push({ line, from, to: characters.length })
  }
  return { characters, lines }
}

function linesOf(node: Y.XmlFragment): Y.XmlText[] {
  return node.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? linesOf(child) : []
  })
}

function charactersOf(line: Y.XmlText): string {
  const delta = line.toDelta() as readonly { readonly insert: unknown }[]
  // Anything but text counts as one character, as it does in a position.
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('')
}

/** The part of `span` that begins and ends with a visible character; undefined when it has none. */
export function trimmed({ characters }: WordingText, { from, to }: Span): Span | undefined {
  const words = characters.slice(from, to)
  const start = words.search(ink)
  return start < 0 ? undefined : { from: from + start, to: from + words.replace(blankTail, '').length }
}

/** The words of a span as one line; words of different blocks are held apart. */
export function wordsIn({ characters, lines }: WordingText, span: Span): string {
  return lines
    .map(({ from, to }) => characters.slice(Math.max(from, span.from), Math.max(from, Math.min(to, span.to))))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Characters of a regular expression's class: spaces, and what no export and no page shows. */
const blanks = String.raw`\s\0-\x1f\x7f-\x9f\ufffe\uffff`
const blank = new RegExp(`[${blanks}]`)
const ink = new RegExp(`[^${blanks}]`)
const blankTail = new RegExp(`[${blanks}]+$`)

/**
 * What can be seen of a text, without spaces, line ends and control characters: the same whether it is read from the
 * document, from the page, or after somebody has begun a new line in it.
 */
export interface Ink {
  readonly text: string
  /** For each of its characters, the place in the full text. */
  readonly at: readonly number[]
}

const pages = new WeakMap<WordingText, Ink>()

/** What can be seen of a whole wording, worked out once. */
export function pageInk(text: WordingText): Ink {
  const ink = pages.get(text) ?? inkOf(text.characters)
  pages.set(text, ink)
  return ink
}

export function inkOf(characters: string): Ink {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < characters.length; i++) {
    const character = characters.charAt(i)
    if (blank.test(character)) continue
    text += character
    at.push(i)
  }
  return { text, at }
}
