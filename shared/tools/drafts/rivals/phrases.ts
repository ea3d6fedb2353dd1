import { type Span, trimmed, type WordingText } from '../wording-text'

/** A sentence of a wording, with the clauses that make it up. */
export interface Sentence extends Span {
  /** One that is the sentence itself where it has no others. */
  readonly clauses: readonly Span[]
}

/** A clause shorter than this many letters stays with its neighbour: `However,` is no phrase to pick. */
const leastClause = 14

/** The sentences of a wording in reading order; none runs over the end of a line. */
export function sentencesOf(text: WordingText): readonly Sentence[] {
  return text.lines.flatMap(({ from, to }) => {
    const line = { from, to }
    return pieces(text, line, /[.!?…。！？]+["”’»)\]]*(?=\s)/gu).map((sentence) => ({
      ...sentence,
      clauses: joinShort(pieces(text, sentence, /[,;:–—]["”’»)\]]*(?=\s)/gu)),
    }))
  })
}

/** Cuts a span behind each match; what has no visible character is left out. */
function pieces(text: WordingText, { from, to }: Span, end: RegExp): Span[] {
  const words = text.characters.slice(from, to)
  const cuts = [...words.matchAll(end)].map((match) => from + match.index + match[0].length)
  const edges = [from, ...cuts, to]
  return edges.slice(1).flatMap((edge, index) => {
    const piece = trimmed(text, { from: edges[index] ?? from, to: edge })
    return piece ? [piece] : []
  })
}

function joinShort(clauses: readonly Span[]): readonly Span[] {
  const joined: Span[] = []
  for (const clause of clauses) {
    const last = joined.at(-1)
    const isShort = last && Math.min(last.to - last.from, clause.to - clause.from) < leastClause
    if (last && isShort) joined[joined.length - 1] = { from: last.from, to: clause.to }
    else joined.push(clause)
  }
  return joined
}
