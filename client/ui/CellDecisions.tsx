import { Check } from 'lucide-react'
import type { CellProblem } from '../../shared/doc/table-import'
import { plural } from '../../shared/doc/words'
import { Button } from './Button'

interface CellDecisionsProps {
  readonly problems: readonly CellProblem[]
  /** Keys of problems whose remedy was accepted. */
  readonly decided: ReadonlySet<string>
  readonly onDecided: (decided: ReadonlySet<string>) => void
}

const shownAtOnce = 50
const remedies = { empty: { ask: 'Leave empty', done: 'Left empty' }, row: { ask: 'Leave row out', done: 'Left out' } } as const

/** Cells that cannot be taken as they stand, one by one: leave empty, or cancel the whole import. */
export function CellDecisions({ problems, decided, onDecided }: CellDecisionsProps) {
  if (problems.length === 0) return null
  const open = problems.filter((problem) => !decided.has(problemKey(problem)))

  function toggle(problem: CellProblem) {
    const next = new Set(decided)
    if (!next.delete(problemKey(problem))) next.add(problemKey(problem))
    onDecided(next)
  }

  return (
    <section className="csv-problems" aria-label="Cells to decide on">
      <div className="row between wrap">
        <p className="h">{plural(problems.length, 'cell needs', 'cells need')} your decision</p>
        {open.length > 1 ? (
          <Button size="sm" onClick={() => onDecided(new Set(problems.map(problemKey)))}>
            Leave all {open.length} empty or out
          </Button>
        ) : null}
      </div>
      <ul>
        {problems.slice(0, shownAtOnce).map((problem) => {
          const done = decided.has(problemKey(problem))
          const { ask, done: doneWords } = remedies[problem.remedy]
          return (
            <li key={problemKey(problem)}>
              <span className="grow">
                <strong>
                  Line {problem.line}, {problem.column}:
                </strong>{' '}
                {problem.message}
              </span>
              <Button
                size="sm"
                variant={done ? 'ghost' : 'plain'}
                {...(done ? { Icon: Check } : {})}
                aria-pressed={done}
                onClick={() => toggle(problem)}
              >
                {done ? doneWords : ask}
              </Button>
            </li>
          )
        })}
      </ul>
      {problems.length > shownAtOnce ? <p className="meta">and {problems.length - shownAtOnce} more</p> : null}
    </section>
  )
}

/** One problem of a file, whatever else changes. */
export function problemKey({ line, column, value }: CellProblem): string {
  return `${line} ${column} ${value}`
}
