/** A stretch of words that two texts share, or that only one of them has. */
export interface WordRun {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Cells of the longest table that is filled; beyond it the middle counts as rewritten. */
const maxCells = 4_000_000

/**
 * What differs between two texts, word by word: the words only `before` has are `gone`, those only `after` has `new`.
 */
export function wordDifference(before: string, after: string): readonly WordRun[] {
  const a = tokens(before)
  const b = tokens(after)
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  const runs = joined([
    ...a.slice(0, start).map((text): WordRun => ({ kind: 'same', text })),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map((text): WordRun => ({ kind: 'same', text })),
  ])
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

function middle(a: readonly string[], b: readonly string[]): WordRun[] {
  if (a.length * b.length > maxCells) return [...a.map(gone), ...b.map(fresh)]
  const width = b.length + 1
  // lengths[i * width + j]: longest common run of words in a from i and b from j.
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const runs: WordRun[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const word = a[i]
    const other = b[j]
    if (word !== undefined && word === other) {
      runs.push({ kind: 'same', text: word })
      i += 1
      j += 1
    } else if (word !== undefined && (other === undefined || at(i + 1, j) >= at(i, j + 1))) {
      runs.push(gone(word))
      i += 1
    } else {
      runs.push(fresh(other ?? ''))
      j += 1
    }
  }
  return runs
}

function gone(text: string): WordRun {
  return { kind: 'gone', text }
}

function fresh(text: string): WordRun {
  return { kind: 'new', text }
}

function joined(runs: readonly WordRun[]): readonly WordRun[] {
  const out: WordRun[] = []
  for (const run of runs) {
    const last = out.at(-1)
    if (last && last.kind === run.kind) out[out.length - 1] = { kind: run.kind, text: last.text + run.text }
    else out.push(run)
  }
  return out
}
