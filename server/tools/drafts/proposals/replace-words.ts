import type * as Y from 'yjs'
import { wordsAt } from '../../../../shared/tools/drafts/anchor'
import type { Anchor } from '../../../../shared/tools/drafts/comments/comment-schema'
import type { WordedLine } from '../../../../shared/tools/drafts/proposals/worded-lines'
import { type WordingText, wordingText } from '../../../../shared/tools/drafts/wording-text'
import { runsBetween } from '../run-reader'
import { rewrite, runsOf } from '../text-runs'
import { reworded } from './reworded'

/**
 * Puts other words in the place of some, line by line and only where they differ: formatting and carets around stay,
 * and so does every letter outside of them.
 *
 * @param places where they stand now, in one line of the wording each
 * @returns what binds a comment to the new words
 */
export function replaceWords(body: Y.XmlFragment, places: readonly WordedLine[], lines: readonly string[]): Anchor | undefined {
  const text = wordingText(body)
  // From the end, so that what comes before stays where it is.
  for (const [index, place] of [...places.entries()].reverse()) replaceLine(text, place, lines[index] ?? '')
  const [first, last] = [places[0], places.at(-1)]
  const after = wordingText(body)
  return first && last && wordsAt(after, { from: first.from, to: endIn(text, after, last) })?.anchor
}

function replaceLine({ lines }: WordingText, { line, from, to }: WordedLine, words: string): void {
  const place = lines[line]
  if (!place) return
  const [start, end] = [from - place.from, to - place.from]
  rewrite(place.line, reworded(runsBetween(runsOf(place.line), start, end), words), start, end)
}

/** What follows the last of the words is as long as it was. */
function endIn(before: WordingText, after: WordingText, { to }: WordedLine): number {
  return after.characters.length - (before.characters.length - to)
}
