import { commonRuns } from '../../../../shared/doc/common-runs'
import { plural } from '../../../../shared/doc/words'

/**
 * How much of a text changed, for example `3 words put in, 2 taken out, of 41.` Marks and spaces are no words.
 *
 * @param before plain words, without markup; so is `after`
 */
export function changeInWords(before: string, after: string): string {
  const [old, present] = [wordsOf(before), wordsOf(after)]
  const kept = commonRuns(old, present).reduce((sum, { length }) => sum + length, 0)
  const [gone, fresh] = [old.length - kept, present.length - kept]
  if (gone + fresh > 0) return `${sizeInWords(fresh, gone)}, of ${old.length}.`
  const all = plural(old.length, 'word')
  return before === after
    ? `Every word is the same (${all}); only the formatting changed.`
    : `None of ${all} changed, only what stands between them.`
}

/** For example `3 words put in, none taken out`. */
function sizeInWords(fresh: number, gone: number): string {
  return fresh === 0 ? `${plural(gone, 'word')} taken out, none put in` : `${plural(fresh, 'word')} put in, ${gone || 'none'} taken out`
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}’']+/gu) ?? []
}
