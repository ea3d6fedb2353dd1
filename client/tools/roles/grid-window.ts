/** Neighbours in a row or column, `to` excluded. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A cell to draw, or a number of columns that are left empty. */
export type Piece = { readonly column: number } | { readonly from: number; readonly skipped: number }

/** Drawn beyond what is seen on either side, so that a short scroll shows no empty place. */
const margin = 3

/** A span grows and shrinks by this many at a time, so that most scrolls draw nothing. */
const step = 4

/** What to draw of `count` where those from `first` to `last` are seen. */
export function spanAround(first: number, last: number, count: number): Span {
  const from = Math.floor(Math.max(0, first - margin) / step) * step
  const to = Math.ceil((last + 1 + margin) / step) * step
  return { from: Math.min(from, count), to: Math.min(to, count) }
}

/** The pieces of a row of `count` columns: those of the span, and the active one wherever it is, so that it keeps the focus. */
export function piecesOf(count: number, span: Span, active: number | undefined): readonly Piece[] {
  const drawn = Array.from({ length: Math.max(0, Math.min(span.to, count) - span.from) }, (_, index) => span.from + index)
  const isBeside = active !== undefined && active >= 0 && active < count && !drawn.includes(active)
  const columns = isBeside ? [...drawn, active].sort((a, b) => a - b) : drawn
  const pieces: Piece[] = []
  let next = 0
  for (const column of columns) {
    if (column > next) pieces.push({ from: next, skipped: column - next })
    pieces.push({ column })
    next = column + 1
  }
  if (next < count) pieces.push({ from: next, skipped: count - next })
  return pieces
}

/** The last of `count` places that begins at or before `offset`, or 0; places begin in rising order. */
export function placeAt(count: number, beginsAt: (index: number) => number, offset: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (beginsAt(middle) <= offset) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
