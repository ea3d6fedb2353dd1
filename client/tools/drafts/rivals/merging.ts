import type { Block } from '../../../../shared/doc/outline'
import type { PickedPhrase } from '../../../../shared/tools/drafts/contract'
import type { MarkedInk } from '../../../../shared/tools/drafts/rivals/kept-marks'
import { mergedBlocks, placeOf } from '../../../../shared/tools/drafts/rivals/merged-blocks'
import { inkOf } from '../../../../shared/tools/drafts/wording-text'

/** A piece of the text that is being put together. */
export interface MergePiece extends PickedPhrase {
  /** Tells it from every other. */
  readonly key: number
}

/** Adds a piece at the end. */
export function withPiece(pieces: readonly MergePiece[], piece: PickedPhrase): readonly MergePiece[] {
  const key = Math.max(0, ...pieces.map((each) => each.key)) + 1
  return [...pieces, { ...piece, key }]
}

/** Moves a piece one place; as it was where there is no further place. */
export function movedPiece(pieces: readonly MergePiece[], key: number, step: -1 | 1): readonly MergePiece[] {
  const from = pieces.findIndex((each) => each.key === key)
  const [piece, other] = [pieces[from], pieces[from + step]]
  if (!piece || !other) return pieces
  return pieces.map((each, at) => (at === from ? other : at === from + step ? piece : each))
}

/** A piece without its first or last word; as it was where it has only one. */
export function shortened(piece: MergePiece, end: 'first' | 'last'): MergePiece {
  const words = piece.text.trim().split(/\s+/)
  const [gone] = end === 'first' ? words.splice(0, 1) : words.splice(-1, 1)
  if (words.length === 0 || gone === undefined) return piece
  const at = piece.at === undefined || end === 'last' ? piece.at : piece.at + inkOf(gone).text.length
  return { ...piece, text: words.join(' '), ...(at === undefined ? {} : { at }) }
}

/** Whether a picked piece no longer stands in its wording; what cannot be read just now is taken as standing. */
export function isChanged({ draftId, text }: PickedPhrase, inks: ReadonlyMap<string, Pick<MarkedInk, 'ink'>>): boolean {
  const ink = draftId === undefined ? undefined : inks.get(draftId)?.ink
  return ink !== undefined && !ink.includes(inkOf(text).text)
}

/** The text that the pieces make; what does not stand in its wording any more, or cannot be read just now, has no marks. */
export function previewOf(pieces: readonly MergePiece[], inks: ReadonlyMap<string, MarkedInk>): readonly Block[] {
  return mergedBlocks(pieces, (piece) => {
    const marked = piece.draftId === undefined ? undefined : inks.get(piece.draftId)
    const from = marked && placeOf(marked.ink, piece)
    return marked === undefined || from === undefined ? undefined : { marked, from }
  })
}

/** The pieces as they are asked for. */
export function phrasesOf(pieces: readonly MergePiece[]): PickedPhrase[] {
  return pieces.map(({ key: _, ...phrase }) => phrase)
}
