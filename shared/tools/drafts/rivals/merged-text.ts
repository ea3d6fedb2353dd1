/** One piece of a merged text. */
export interface Piece {
  readonly text: string
  /** It begins a new line. */
  readonly line?: boolean | undefined
}

/** A piece as it stands in a line, with the space before it. */
export interface Placed<P extends Piece> {
  readonly piece: P
  readonly text: string
}

/** Puts pieces one after the other with a space between, except before a mark that closes. */
export function mergedPieces<P extends Piece>(pieces: readonly P[]): readonly (readonly Placed<P>[])[] {
  const lines: Placed<P>[][] = []
  for (const piece of pieces) {
    const words = piece.text.replace(/\s+/g, ' ').trim()
    const present = lines.at(-1)
    if (present === undefined || piece.line) lines.push([{ piece, text: words }])
    else present.push({ piece, text: /^[,.;:!?…)\]”’]/.test(words) ? words : ` ${words}` })
  }
  return lines
}
