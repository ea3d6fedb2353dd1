import type { RecordRef } from '../../../doc/ids'
import { wordDifference } from '../../../doc/word-difference'
import type { Trace } from '../evidence/traces'
import { inkOf, type WordingText, wordsIn } from '../wording-text'

/** The words of a text that the one before did not have, traced to the proposal that brought them. */
export function broughtWords(before: WordingText, after: WordingText, ref: RecordRef): readonly Trace[] {
  let at = 0
  return wordDifference(wholeOf(before), wholeOf(after)).flatMap(({ kind, text }): readonly Trace[] => {
    if (kind === 'gone') return []
    const from = at
    at += inkOf(text).text.length
    return kind === 'new' && at > from ? [{ from, to: at, refs: [ref], how: 'proposed' }] : []
  })
}

function wholeOf(text: WordingText): string {
  return wordsIn(text, { from: 0, to: text.characters.length })
}
