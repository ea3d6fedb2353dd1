import { type Block, type Inline, plain } from '../../../doc/outline'
import { inkOf } from '../wording-text'
import { type MarkedInk, withMarks } from './kept-marks'
import { mergedPieces, type Piece } from './merged-text'

/** Where the words of a picked piece stand in their wording. */
export interface Standing {
  readonly marked: MarkedInk
  /** How many visible characters come before. */
  readonly from: number
}

/** Pieces put together as they will read; each keeps the bold, links and other marks that it has where it stands. */
export function mergedBlocks<P extends Piece>(pieces: readonly P[], standingOf: (piece: P) => Standing | undefined): readonly Block[] {
  return mergedPieces(pieces).map((line) => ({
    type: 'paragraph',
    text: line.flatMap(({ piece, text }): readonly Inline[] => {
      const standing = standingOf(piece)
      return standing ? withMarks(text, standing.marked, standing.from) : plain(text)
    }),
  }))
}

/** Where some words stand among visible characters: of several places the one nearest to where they stood when they were picked. */
export function placeOf(ink: string, { text, at = 0 }: { readonly text: string; readonly at?: number | undefined }): number | undefined {
  const words = inkOf(text).text
  let found: number | undefined
  for (let place = ink.indexOf(words); place >= 0 && words !== ''; place = ink.indexOf(words, place + 1)) {
    if (found === undefined || Math.abs(place - at) < Math.abs(found - at)) found = place
  }
  return found
}
