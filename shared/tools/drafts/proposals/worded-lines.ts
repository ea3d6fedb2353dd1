import { inkOf, type Span, trimmed, type WordingText } from '../wording-text'

/** Some words of one line of a wording. */
export interface WordedLine extends Span {
  /** Which of the wording's lines. */
  readonly line: number
  readonly words: string
}

/** What is under some spans, one entry for each line in which something can be seen. */
export function wordedLines(text: WordingText, spans: readonly Span[]): readonly WordedLine[] {
  return spans.flatMap((span) =>
    text.lines.flatMap(({ from, to }, line): WordedLine[] => {
      const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)]
      const ink = start < end ? trimmed(text, { from: start, to: end }) : undefined
      return ink ? [{ line, ...ink, words: plainLine(text.characters.slice(ink.from, ink.to)) }] : []
    }),
  )
}

/** Everything that can be seen of a wording. */
export function allLines(text: WordingText): readonly WordedLine[] {
  return wordedLines(text, [{ from: 0, to: text.characters.length }])
}

/** The words of lines as one text. */
export function linesAsText(lines: readonly WordedLine[]): string {
  return lines.map(({ words }) => words).join('\n')
}

/** A text somebody wrote as lines of a wording: without empty ones, and without spaces around them. */
export function linesWritten(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => plainLine(line).trim())
    .filter((line) => inkOf(line).text !== '')
}

/** A line with spaces for tabs and what no page shows, so that it is one line wherever it stands. */
export function plainLine(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no export and no page shows.
  return line.replace(/[\0-\x1f\x7f-\x9f\ufffe\uffff]/g, ' ')
}
