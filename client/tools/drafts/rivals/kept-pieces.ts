import { useState } from 'react'
import { z } from 'zod'
import { PickedPhrase } from '../../../../shared/tools/drafts/contract'
import { useTypedWords } from '../../../app/use-typed-words'
import { type MergePiece, withPiece } from './merging'

/** The pieces of a merged text, on this device across reloads until a wording is made of them. */
export function useKeptPieces(draftId: string): readonly [readonly MergePiece[], (pieces: readonly MergePiece[]) => void] {
  const { words, type, drop } = useTypedWords(`merge:${draftId}`)
  const [pieces, setPieces] = useState(() => piecesIn(words))
  return [
    pieces,
    (next) => {
      setPieces(next)
      if (next.length === 0) drop()
      else type(JSON.stringify(next))
    },
  ]
}

function piecesIn(kept: string): readonly MergePiece[] {
  try {
    return z.array(PickedPhrase).parse(JSON.parse(kept)).reduce(withPiece, [])
  } catch {
    return [] // Nothing was kept, or by an older page.
  }
}
