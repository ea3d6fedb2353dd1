import { commonRuns } from '../../../doc/common-runs'
import { newId, type RecordRef } from '../../../doc/ids'
import { limits } from '../../../sync/limits'
import { spansOf, wordsAt } from '../anchor'
import { sentencesOf } from '../rivals/phrases'
import { inkOf, pageInk, type Span, type WordingText, wordsIn } from '../wording-text'
import type { Origin, OriginHow } from './origin-schema'

/** Where some words come from, free of any document: `from` and `to` count the visible characters before. */
export interface Trace extends Span {
  readonly refs: readonly RecordRef[]
  readonly how: OriginHow
}

/** A wording's origins as they stand just now. */
export interface Traced {
  readonly traces: readonly (Trace & { readonly originId: string })[]
  /** Their words are all gone. */
  readonly lost: readonly Origin[]
}

/** So many words written into a phrase are still that phrase; more are words of their own. */
const wordsOfTouch = 2
/** Letters of a word such as `a`, `to`, `the`: that one is still there says nothing. */
const smallWord = 3
/** Characters of a stretch that is compared with what it was; a longer one has become something else. */
const mostCompared = 20_000
const wholeWord = /[\p{L}\p{N}\p{M}’'-]+/gu

/** Reads where each origin's words stand now. Words that somebody has written between them since are not theirs. */
export function tracesOf(text: WordingText, origins: readonly Origin[]): Traced {
  const { at } = pageInk(text)
  const traces: Traced['traces'][number][] = []
  const lost: Origin[] = []
  for (const origin of origins) {
    if (origin.deletedAtMs !== undefined) continue
    const spans = spansOf(text, origin).flatMap((span) => ownWords(text, span, origin.quote))
    if (spans.length === 0) lost.push(origin)
    const { refs, how, id: originId } = origin
    for (const { from, to } of spans) traces.push({ from: placeIn(at, from), to: placeIn(at, to), refs, how, originId })
  }
  return { traces, lost }
}

/** How many of the visible characters come before a place. */
function placeIn(at: readonly number[], place: number): number {
  let [low, high] = [0, at.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((at[middle] ?? 0) < place) low = middle + 1
    else high = middle
  }
  return low
}

/** The words of a span that were there when it was traced, each with the few that were written in between since. */
function ownWords({ characters }: WordingText, { from, to }: Span, quote: string): readonly Span[] {
  const present = characters.slice(from, to)
  if (present.length > mostCompared) return []
  if (inkOf(quote).text.includes(inkOf(present).text)) return [{ from, to }]
  const words = [...present.matchAll(wholeWord)]
  const shared = commonRuns(
    quote.match(wholeWord) ?? [],
    words.map(([word]) => word),
  )
  const own: { from: number; to: number; isPlain: boolean }[] = []
  let last = -1
  for (const { b, length } of shared) {
    const [first, end] = [words[b], words[b + length - 1]]
    if (!first || !end) continue
    const isPlain = words.slice(b, b + length).every(([word]) => word.length <= smallWord)
    const stretch = { from: from + first.index, to: from + end.index + end[0].length, isPlain }
    const before = own.at(-1)
    if (before && b - last - 1 <= wordsOfTouch) own[own.length - 1] = { ...stretch, from: before.from, isPlain: before.isPlain && isPlain }
    else own.push(stretch)
    last = b + length - 1
  }
  return own.filter(({ isPlain }) => !isPlain)
}

/** The traces of the characters `from` to `to`, as they stand where those characters are put at `at`. */
export function carried(traces: readonly Trace[], { from, to }: Span, at: number): readonly Trace[] {
  return traces.flatMap(({ refs, how, ...span }) => {
    const [first, last] = [Math.max(from, span.from), Math.min(to, span.to)]
    return first < last ? [{ from: first - from + at, to: last - from + at, refs, how }] : []
  })
}

/** Binds traces to the words of a wording. */
export function originsFor(
  text: WordingText,
  traces: readonly Trace[],
  facts: { readonly authorId: Origin['authorId']; readonly nowMs: number },
): readonly Origin[] {
  const { at } = pageInk(text)
  const placed = joinEqual(traces).flatMap((trace) => {
    const [first, last] = [at[trace.from], at[trace.to - 1]]
    return first === undefined || last === undefined ? [] : chunks(text, { from: first, to: last + 1 }).map((span) => ({ span, trace }))
  })
  return placed.slice(0, limits.origins).flatMap(({ span, trace: { refs, how } }) => {
    const words = wordsAt(text, span)
    if (!words) return []
    const quote = wordsIn(text, span).slice(0, limits.originQuote).trim()
    const { authorId, nowMs: createdAtMs } = facts
    return [{ id: newId('origin'), anchor: words.anchor, quote, refs: refs.slice(0, limits.originRefs), how, authorId, createdAtMs }]
  })
}

/** Traces of the same words become one with the sources of both. */
function joinEqual(traces: readonly Trace[]): readonly Trace[] {
  const joined = new Map<string, Trace>()
  for (const trace of traces) {
    const key = `${trace.from}-${trace.to}-${trace.how}`
    joined.set(key, { ...trace, refs: uniqueRefs([...(joined.get(key)?.refs ?? []), ...trace.refs]) })
  }
  return [...joined.values()].flatMap((trace) => {
    const parts = Math.ceil(trace.refs.length / limits.originRefs)
    return Array.from({ length: parts }, (_, part) => ({
      ...trace,
      refs: trace.refs.slice(part * limits.originRefs, (part + 1) * limits.originRefs),
    }))
  })
}

/** Each record once, in the order in which they first come. */
export function uniqueRefs(refs: readonly RecordRef[]): readonly RecordRef[] {
  return [...new Map(refs.map((ref) => [`${ref.collection}/${ref.id}`, ref])).values()]
}

/** Long words are traced sentence by sentence: where one is rewritten, the others stay traced. */
function chunks(text: WordingText, { from, to }: Span): readonly Span[] {
  return sentencesOf(text).flatMap((sentence): Span[] => {
    const [first, last] = [Math.max(from, sentence.from), Math.min(to, sentence.to)]
    return first < last ? cut({ from: first, to: last }) : []
  })
}

function cut({ from, to }: Span): Span[] {
  const parts = Math.ceil((to - from) / limits.originQuote)
  return Array.from({ length: parts }, (_, part) => ({
    from: from + part * limits.originQuote,
    to: Math.min(to, from + (part + 1) * limits.originQuote),
  }))
}
