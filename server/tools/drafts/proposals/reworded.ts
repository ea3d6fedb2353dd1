import { RunReader, type TextRun, wordsIn } from '../run-reader'
import { isSame, letterDifference } from '../text-runs'

type Marks = Readonly<Record<string, unknown>>

/**
 * Other words with the formatting of these: what stays keeps its marks, what takes the place of something has the marks
 * of what it replaces, and what is put between has those that both its neighbours share.
 */
export function reworded(present: readonly TextRun[], words: string): readonly TextRun[] {
  const reader = new RunReader(present)
  const runs: TextRun[] = []
  let replaced: Marks | undefined
  for (const { kind, text } of letterDifference(wordsIn(present), words)) {
    if (kind === 'new') {
      runs.push(marked(text, replaced ?? marksBetween(runs.at(-1), reader.marks, text)))
    } else if (kind === 'gone') {
      replaced = reader.marks
      reader.skip(text.length)
    } else {
      replaced = undefined
      for (let left = text.length; left > 0; ) {
        const run = reader.take(left)
        runs.push(run)
        left -= run.insert.length
      }
    }
  }
  return runs
}

/** The rest of a word is marked like its beginning. */
function marksBetween(before: TextRun | undefined, after: Marks | undefined, text: string): Marks {
  const left = before && (before.attributes ?? {})
  if (!left || !after) return left ?? after ?? {}
  if (/\S$/.test(String(before.insert)) && /^\S/.test(text)) return left
  return Object.fromEntries(Object.entries(left).filter(([name, value]) => isSame(after[name], value)))
}

function marked(insert: string, attributes: Marks): TextRun {
  return Object.keys(attributes).length > 0 ? { insert, attributes } : { insert }
}
