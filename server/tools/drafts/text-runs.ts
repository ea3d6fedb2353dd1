import type * as Y from 'yjs'
import { canonicalJson } from '../../../shared/doc/canonical-json'
import { type WordRun, wordDifference } from '../../../shared/doc/word-difference'
import { RunReader, runsBetween, type TextRun, wordsIn } from './run-reader'

/** A text's runs, as few as say the same: where a mark was taken off, Yjs leaves two of one kind side by side. */
export function runsOf(text: Y.XmlText): TextRun[] {
  const runs: TextRun[] = []
  for (const run of text.toDelta() as TextRun[]) {
    const last = runs.at(-1)
    const joins = last && typeof last.insert === 'string' && typeof run.insert === 'string' && isSame(last.attributes, run.attributes)
    if (joins) runs[runs.length - 1] = { ...last, insert: `${last.insert}${run.insert}` }
    else runs.push(run)
  }
  return runs
}

/**
 * Replaces the words of a text that differ, of all of it or from one character to another; false where it holds
 * something else than words.
 */
export function rewrite(text: Y.XmlText, wanted: readonly TextRun[], from = 0, to = text.length): boolean {
  const all = runsOf(text)
  if (![...all, ...wanted].every(({ insert }) => typeof insert === 'string')) return false
  const present = runsBetween(all, from, to)
  const steps: (TextRun | { readonly delete: number } | { readonly retain: number; readonly attributes?: object })[] =
    from > 0 ? [{ retain: from }] : []
  const before = new RunReader(present)
  const after = new RunReader(wanted)
  for (const { kind, text: words } of letterDifference(wordsIn(present), wordsIn(wanted))) {
    if (kind === 'gone') {
      before.skip(words.length)
      steps.push({ delete: words.length })
    } else if (kind === 'new') {
      for (let left = words.length; left > 0; ) {
        const run = after.take(left)
        steps.push(run)
        left -= run.insert.length
      }
    } else {
      for (let left = words.length; left > 0; ) {
        const length = Math.min(left, before.left, after.left)
        const { attributes: old = {} } = before.take(length)
        const { attributes = {} } = after.take(length)
        const marks = changedMarks(old, attributes)
        steps.push(marks ? { retain: length, attributes: marks } : { retain: length })
        left -= length
      }
    }
  }
  text.applyDelta(steps)
  return true
}

/** Like the difference by words, but a rewritten stretch keeps the letters that it begins with: whose caret is behind them stays there. */
export function letterDifference(before: string, after: string): readonly WordRun[] {
  const runs = wordDifference(before, after)
  return runs.flatMap((run, index): WordRun[] => {
    const other = run.kind === 'gone' ? runs[index + 1] : run.kind === 'new' ? runs[index - 1] : undefined
    const isPair = other !== undefined && other.kind === (run.kind === 'gone' ? 'new' : 'gone')
    const shared = isPair ? sharedStart(run.text, other.text) : 0
    const rest = { kind: run.kind, text: run.text.slice(shared) }
    const start = run.kind === 'gone' ? run.text.slice(0, shared) : ''
    return [{ kind: 'same' as const, text: start }, rest].filter(({ text }) => text !== '')
  })
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  const isInPair = /[\ud800-\udbff]/.test(a[length - 1] ?? '')
  return isInPair ? length - 1 : length
}

/** What makes one set of marks the other; undefined when they are the same. */
function changedMarks(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): object | undefined {
  const changed = Object.entries(after).filter(([name, value]) => !isSame(before[name], value))
  const dropped = Object.keys(before).filter((name) => !(name in after))
  if (changed.length + dropped.length === 0) return undefined
  return { ...Object.fromEntries(changed), ...Object.fromEntries(dropped.map((name) => [name, null])) }
}

/** Whether two values stored in a document are the same. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b)
}
