import { useMemo } from 'react'
import { type WordRun, wordDifference } from '../../shared/doc/word-difference'
import './word-difference.css'

/** One of the two texts, and what it is called within a sentence, for example `the working draft`. */
export interface Compared {
  readonly name: string
  /** Words without markup. */
  readonly plain: string
}

interface WordDifferenceProps {
  readonly before: Compared
  readonly after: Compared
}

/** Which words two texts share, and which only one of them has. */
export function WordDifference({ before, after }: WordDifferenceProps) {
  const runs = useMemo(() => wordDifference(before.plain, after.plain), [before.plain, after.plain])
  const isSame = runs.every(({ kind }) => kind === 'same')

  return (
    <>
      <p className="meta compared-legend">
        <del className="sg">only in {before.name}</del> <ins className="sg">only in {after.name}</ins>
      </p>
      {isSame ? <p className="meta">Both say the same words.</p> : null}
      <DifferenceRuns runs={runs} before={before.name} after={after.name} />
    </>
  )
}

interface DifferenceRunsProps {
  readonly runs: readonly WordRun[]
  /** What the two texts are called within a sentence. */
  readonly before: string
  readonly after: string
}

/** The words of two texts in one, those that only one of them has marked and said. */
export function DifferenceRuns({ runs, before, after }: DifferenceRunsProps) {
  return (
    <p className="voice compared" dir="auto">
      {runs.map(({ kind, text }, at) => {
        const key = `${at}`
        if (kind === 'same') return <span key={key}>{text}</span>
        const name = kind === 'gone' ? before : after
        const Tag = kind === 'gone' ? 'del' : 'ins'
        return (
          <Tag key={key} className="sg">
            <span className="vh"> only in {name}: </span>
            {text}
            <span className="vh"> end of what only {name} has. </span>
          </Tag>
        )
      })}
    </p>
  )
}
