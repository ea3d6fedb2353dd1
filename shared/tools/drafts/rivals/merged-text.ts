/** One piece of a merged text. */
export interface Piece {
  readonly text: string
  /** It begins a new line. */
  readonly line?: boolean | undefined
}

/** Puts pieces one after the other with a space between, except before a mark that closes. */
export function mergedLines(pieces: readonly Piece[]): readonly string[] {
  const lines: string[] = []
  for (const { text, line } of pieces) {
    const words = text.replace(/\s+/g, ' ').trim()
    const present = lines.at(-1)
    if (present === undefined || line) lines.push(words)
    else lines[lines.length - 1] = `${present}${/^[,.;:!?…)\]”’]/.test(words) ? '' : ' '}${words}`
  }
  return lines
}
