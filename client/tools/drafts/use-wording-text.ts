import { useMemo } from 'react'
import type * as Y from 'yjs'
import { bodyRoot } from '../../../shared/tools/drafts/collections'
import { type WordingText, wordingText } from '../../../shared/tools/drafts/wording-text'
import { useWording } from './live-wording'

/** A document's text with the places of its lines, as anchors see it; undefined while there is no document. */
export function useWordingText(doc: Y.Doc | undefined): WordingText | undefined {
  const wording = useWording(doc)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another wording says that the document's text is another
  return useMemo(() => doc && wordingText(doc.getXmlFragment(bodyRoot)), [doc, wording])
}
