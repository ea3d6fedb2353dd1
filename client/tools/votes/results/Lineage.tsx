import { GitBranch } from 'lucide-react'
import type { Round } from '../../../../shared/tools/votes/schema'
import { relationsOf } from './lineage'

interface LineageProps {
  readonly round: Round
  /** The other closed rounds. */
  readonly others: readonly Round[]
  readonly onShow: (roundId: string) => void
}

/** The vote before, and the votes that came of this one, each one press away. */
export function Lineage({ round, others, onShow }: LineageProps) {
  const relations = relationsOf(round, others)
  if (relations.length === 0) return null
  return (
    <ul className="votes-lineage">
      {relations.map(({ round: other, words }) => (
        <li key={other.id}>
          <GitBranch className="i s" aria-hidden />
          <span>
            {words}{' '}
            <button type="button" className="votes-link" onClick={() => onShow(other.id)}>
              Show that vote
            </button>
          </span>
        </li>
      ))}
    </ul>
  )
}
