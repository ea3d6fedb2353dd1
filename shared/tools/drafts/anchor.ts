import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import { limits } from '../../sync/limits'
import type { CommentedWords } from './comments/comment-commands'
import type { Anchor, Thread } from './comments/comment-schema'
import { inkOf, pageInk, type Span, trimmed, type WordingText, wordsIn } from './wording-text'

/** Binds a comment to some characters of a wording; undefined when nothing of them can be seen. */
export function wordsAt(text: WordingText, selected: Span): CommentedWords | undefined {
  const span = trimmed(text, selected)
  if (!span) return undefined
  const parts = partsOf(text, span)
  const quote = wordsIn(text, span).slice(0, limits.quoteLength).trim()
  const { from, to } = span
  const before = text.characters.slice(Math.max(0, from - limits.anchorContext), from)
  return { anchor: { parts, before, after: text.characters.slice(to, to + limits.anchorContext) }, quote }
}

function partsOf({ lines }: WordingText, span: Span): Anchor['parts'] {
  return lines
    .filter(({ from, to }) => Math.max(from, span.from) < Math.min(to, span.to))
    .slice(0, limits.anchorParts)
    .map(({ line, from, to }) => ({
      // Bound to its first and last character: what is typed right before or after stays outside.
      start: encoded(line, Math.max(from, span.from) - from, 0),
      end: encoded(line, Math.min(to, span.to) - from, -1),
    }))
}

function encoded(line: Y.XmlText, index: number, side: 0 | -1): string {
  return toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(line, index, side)))
}

/** Where the words under a thread stand now, in reading order; empty when they are gone. */
export function spansOf(text: WordingText, { anchor, quote }: Pick<Thread, 'anchor' | 'quote'>): readonly Span[] {
  if (!anchor) return []
  const held = anchoredSpans(text, anchor)
  if (held.length > 0) return held
  const found = quote === undefined ? undefined : find(text, quote, anchor)
  return found ? [found] : []
}

/** Where the characters that the anchor holds on to stand now; empty when they are all gone. */
export function anchoredSpans(text: WordingText, { parts }: Anchor): readonly Span[] {
  return parts.flatMap(({ start, end }) => {
    const [from, to] = [placeOf(text, start), placeOf(text, end)]
    const span = from !== undefined && to !== undefined && from < to ? trimmed(text, { from, to }) : undefined
    return span ? [span] : []
  })
}

function placeOf({ lines }: WordingText, position: string): number | undefined {
  const doc = lines[0]?.line.doc
  const absolute = doc ? decoded(position, doc) : null
  const line = lines.find((each) => each.line === absolute?.type)
  return absolute && line ? line.from + absolute.index : undefined
}

function decoded(position: string, doc: Y.Doc): Y.AbsolutePosition | null {
  try {
    return Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(position)), doc)
  } catch {
    // Somebody's program wrote what is no position: the thread is shown as one whose words are gone.
    return null
  }
}

/** So many characters of what stood around are proof enough that these are the words meant. */
const sureContext = 6
/** Words of so many characters are proof enough by themselves, where they stand only once. */
const sureLength = 20

/**
 * Finds the words again after an edit has put them into another block: a line broken before them, or made a heading.
 * The editor's binding then writes them anew, so that nothing of what the anchor held on to is left.
 */
function find(text: WordingText, quote: string, { before, after }: Anchor): Span | undefined {
  const page = pageInk(text)
  const words = inkOf(quote).text
  const [left, right] = [inkOf(before).text, inkOf(after).text]
  const places = placesOf(page.text, words)
  const agreement = (at: number) => commonTail(page.text.slice(0, at), left) + commonHead(page.text.slice(at + words.length), right)
  const [best] = [...places].sort((a, b) => agreement(b) - agreement(a))
  if (best === undefined) return undefined
  const isAlike = agreement(best) >= Math.min(sureContext, Math.max(1, left.length + right.length))
  const isSure = isAlike || (places.length === 1 && words.length >= sureLength)
  const [first, last] = [page.at[best], page.at[best + words.length - 1]]
  return isSure && first !== undefined && last !== undefined ? { from: first, to: last + 1 } : undefined
}

/** Of a letter that stands everywhere no more places than this are weighed. */
const mostPlaces = 200

function placesOf(text: string, words: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0 && words !== '' && places.length < mostPlaces; at = text.indexOf(words, at + 1))
    places.push(at)
  return places
}

function commonHead(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charAt(length) === b.charAt(length)) length += 1
  return length
}

function commonTail(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charAt(a.length - 1 - length) === b.charAt(b.length - 1 - length)) length += 1
  return length
}
