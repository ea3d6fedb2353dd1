import { commonRuns } from './common-runs'

/** A stretch of words that two texts share, or that only one of them has. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/**
 * What differs between two texts, word by word: the words only `before` has are `gone`, those only `after` has `new`.
 */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const a = tokens(before)
  const b = tokens(after)
  const runs: WordRun[] = []
  let i = 0
  let j = 0
  function changed(toA: number, toB: number): void {
    if (i < toA) runs.push(gone(a.slice(i, toA).join('')))
    if (j < toB) runs.push(fresh(b.slice(j, toB).join('')))
  }
  for (const run of commonRuns(a, b)) {
    changed(run.a, run.b)
    i = run.a + run.length
    j = run.b + run.length
    runs.push({ kind: 'same', text: a.slice(run.a, i).join('') })
  }
  changed(a.length, b.length)
  return gathered(withoutCrumbs(runs))
}

/** Words with the spaces after them, and marks: a space alone is nothing that two texts share. */
function tokens(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}’']+\s*|[^\p{L}\p{N}\p{M}’'\s]\s*|\s+/gu) ?? []
}

/** A single short word that two rewritten stretches happen to share only breaks both up. */
function withoutCrumbs(runs: readonly WordRun[]): readonly WordRun[] {
  return runs.flatMap((run, at): WordRun[] => {
    const isInside = at > 0 && at < runs.length - 1
    const isCrumb = run.kind === 'same' && isInside && tokens(run.text).length === 1 && run.text.trim().length <= 4
    return isCrumb ? [gone(run.text), fresh(run.text)] : [run]
  })
}

/** Within a changed stretch first what is gone, then what is new. */
function gathered(runs: readonly WordRun[]): readonly WordRun[] {
  const out: WordRun[] = []
  let before = ''
  let after = ''
  function endStretch(): void {
    if (before !== '') out.push(gone(before))
    if (after !== '') out.push(fresh(after))
    before = ''
    after = ''
  }
  for (const run of runs) {
    if (run.kind === 'gone') before += run.text
    else if (run.kind === 'new') after += run.text
    else {
      endStretch()
      out.push(run)
    }
  }
  endStretch()
  return out
}

function gone(text: string): WordRun {
  return { kind: 'gone', text }
}

function fresh(text: string): WordRun {
  return { kind: 'new', text }
}
