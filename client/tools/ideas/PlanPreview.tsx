import { useId } from 'react'
import type { CellProblem, PlannedNote } from '../../../shared/tools/ideas/import'
import { countWords } from '../../../shared/tools/ideas/selectors'
import { ScrollRegion } from '../../ui/ScrollRegion'
import { KindGlyph } from './KindGlyph'

const shownAtOnce = 60

/** The notes an import would add, the first of them. */
export function PlanPreview({ notes }: { readonly notes: readonly PlannedNote[] }) {
  if (notes.length === 0) return null
  return (
    <ScrollRegion className="ideas-preview" label="Preview">
      <ul>
        {notes.slice(0, shownAtOnce).map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the preview is shown whole and never reordered
          <li key={index}>
            <KindGlyph kind={note.kind} named />
            <span className="grow" dir="auto">
              {note.text}
            </span>
            {note.cluster ? <span className="fine">{note.cluster}</span> : null}
          </li>
        ))}
      </ul>
      {notes.length > shownAtOnce ? <p className="fine">And {countWords(notes.length - shownAtOnce, 'more note')}.</p> : null}
    </ScrollRegion>
  )
}

interface ProblemListProps {
  readonly problems: readonly CellProblem[]
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
  readonly acceptLabel: string
}

/** What cannot be taken as it stands, by line and column, and the choice to leave it empty. */
export function ProblemList({ problems, accepted, onAccept, acceptLabel }: ProblemListProps) {
  const id = useId()
  if (problems.length === 0) return null
  return (
    <ScrollRegion className="ideas-problems" label={`${countWords(problems.length, 'cell')} need your answer`}>
      <ul>
        {problems.slice(0, shownAtOnce).map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown whole and never reordered
          <li key={index}>
            <b>
              Line {problem.line}, {problem.column}
            </b>
            : {problem.message}
          </li>
        ))}
      </ul>
      {problems.length > shownAtOnce ? <p className="fine">And {problems.length - shownAtOnce} more.</p> : null}
      <label htmlFor={id} className="row">
        <input id={id} type="checkbox" checked={accepted} onChange={(event) => onAccept(event.target.checked)} />
        {acceptLabel}
      </label>
    </ScrollRegion>
  )
}
