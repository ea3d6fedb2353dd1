import type { Node } from '@tiptap/pm/model'
import type { Span } from '../../../../shared/tools/drafts/wording-text'

/** A run of characters in the editor's document. */
interface Run {
  /** How many characters of the wording come before it. */
  readonly at: number
  /** Its place as the editor counts. */
  readonly pos: number
  readonly length: number
}

/** Two places as the editor counts. */
export interface ProseRange {
  readonly from: number
  readonly to: number
}

/** The characters of the editor's document, which are those of the shared text in the same order. */
export function runsOf(doc: Node): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  doc.descendants((node, pos) => {
    if (!node.isText) return
    runs.push({ at, pos, length: node.nodeSize })
    at += node.nodeSize
  })
  return runs
}

/** The characters of the wording between two places of the editor. */
export function spanOf(runs: readonly Run[], { from, to }: ProseRange): Span {
  return { from: charactersBefore(runs, from), to: charactersBefore(runs, to) }
}

function charactersBefore(runs: readonly Run[], pos: number): number {
  return runs.reduce((count, run) => count + Math.max(0, Math.min(run.length, pos - run.pos)), 0)
}

/** The places of some characters in the editor, one range for each unbroken stretch. */
export function rangesOf(runs: readonly Run[], { from, to }: Span): readonly ProseRange[] {
  const ranges: { from: number; to: number }[] = []
  for (const { at, pos, length } of runs) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)]
    if (start >= end) continue
    const last = ranges.at(-1)
    if (last?.to === pos + start - at) last.to = pos + end - at
    else ranges.push({ from: pos + start - at, to: pos + end - at })
  }
  return ranges
}
