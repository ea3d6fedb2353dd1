import type { Round } from '../../../../shared/tools/votes/schema'
import './check-changes.css'

/** Which changes were marked as none of the sense, by whom, and how many contested it. */
export function SenseMarks({ check: { marks = [] } }: { readonly check: Round }) {
  if (marks.length === 0) return null
  return (
    <ul className="fine check-marks" aria-label="Changes marked as no change of sense">
      {marks.map(({ from, to, byName, contested }) => (
        <li key={`${from} ${to}`}>
          <bdi>{byName || 'A facilitator'}</bdi> marked a change of the words as no change of sense. {contestedInWords(contested)}
        </li>
      ))}
    </ul>
  )
}

function contestedInWords(contested: number): string {
  if (contested === 0) return 'Nobody has contested it.'
  return contested === 1 ? '1 person contested it.' : `${contested} people contested it.`
}
