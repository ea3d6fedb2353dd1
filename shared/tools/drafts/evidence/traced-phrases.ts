import { sentencesOf } from '../rivals/phrases'
import { pageInk, type Span, trimmed, type WordingText, wordsIn } from '../wording-text'
import type { Trace } from './traces'

/** Words that stand together and come from the same places. */
export interface TracedPhrase<T extends Trace = Trace> {
  readonly span: Span
  readonly text: string
  /** Every trace of it; none where it was written fresh. */
  readonly traces: readonly T[]
}

const word = /[\p{L}\p{N}]/u

/** The whole of a wording as phrases: no longer than a sentence, and cut where words come from somewhere else. */
export function tracedPhrases<T extends Trace>(text: WordingText, traces: readonly T[]): readonly TracedPhrase<T>[] {
  const { at } = pageInk(text)
  const inFull = traces.map((trace) => wholeWords(text, { from: at[trace.from] ?? 0, to: (at[trace.to - 1] ?? -1) + 1 }))
  const byStart = inFull.map((span, index) => ({ span, index })).sort((a, b) => a.span.from - b.span.from)
  let first = 0
  return sentencesOf(text).flatMap((sentence) => {
    while (first < byStart.length && (byStart[first]?.span.to ?? 0) <= sentence.from) first += 1
    const near: { readonly span: Span; readonly trace: T }[] = []
    for (const { span, index } of byStart.slice(first)) {
      if (span.from >= sentence.to) break
      const trace = traces[index]
      if (trace && span.to > sentence.from) near.push({ span, trace })
    }
    return cutAt(text, sentence, near)
  })
}

function cutAt<T extends Trace>(
  text: WordingText,
  sentence: Span,
  near: readonly { readonly span: Span; readonly trace: T }[],
): TracedPhrase<T>[] {
  const inside = near.flatMap(({ span }) => [span.from, span.to]).filter((edge) => edge > sentence.from && edge < sentence.to)
  const edges = [...new Set([sentence.from, ...inside, sentence.to])].sort((a, b) => a - b)
  const phrases: TracedPhrase<T>[] = []
  for (const [index, to] of edges.slice(1).entries()) {
    const span = { from: edges[index] ?? sentence.from, to }
    const over = near.filter((each) => each.span.from < span.to && each.span.to > span.from).map(({ trace }) => trace)
    const last = phrases.at(-1)
    const hasWords = word.test(text.characters.slice(span.from, span.to))
    if (last && (!hasWords || isSame(last.traces, over)))
      phrases[phrases.length - 1] = phrase(text, { from: last.span.from, to }, last.traces)
    else phrases.push(phrase(text, span, over))
  }
  return phrases.filter((each) => each.text !== '')
}

function phrase<T extends Trace>(text: WordingText, span: Span, traces: readonly T[]): TracedPhrase<T> {
  return { span: trimmed(text, span) ?? span, text: wordsIn(text, span), traces }
}

function isSame(a: readonly Trace[], b: readonly Trace[]): boolean {
  return a.length === b.length && a.every((trace) => b.includes(trace))
}

/** A trace that ends within a word has all of it: somebody mended its ending. */
function wholeWords({ characters, lines }: WordingText, { from, to }: Span): Span {
  const isWord = (place: number) => word.test(characters.charAt(place))
  const line = lines.find((each) => each.from <= from && from < each.to)
  const end = lines.find((each) => each.from < to && to <= each.to)
  let [first, last] = [from, to]
  while (first > (line?.from ?? 0) && isWord(first) && isWord(first - 1)) first -= 1
  while (last < (end?.to ?? 0) && isWord(last - 1) && isWord(last)) last += 1
  return { from: first, to: last }
}
