import { Check, CircleDashed, X } from 'lucide-react'
import { standingInWords } from '../../../../shared/tools/votes/required-words'
import type { ConstituencyStanding, Round } from '../../../../shared/tools/votes/schema'
import './check-result.css'

interface MustAgreeNowProps {
  readonly round: Pick<Round, 'method' | 'rule'>
  readonly required: readonly ConstituencyStanding[]
}

/** Those who must agree and how each stands; whoever holds the check up comes first. */
export function MustAgreeNow({ round, required }: MustAgreeNowProps) {
  if (required.length === 0) return null
  const sorted = [...required].sort((a, b) => Number(a.state === 'holds') - Number(b.state === 'holds'))
  return (
    <div className="check-must-now">
      <h4 className="fine">Must agree</h4>
      <ul>
        {sorted.map((standing) => {
          const Icon = standing.state === 'holds' ? Check : standing.state === 'below' ? X : CircleDashed
          return (
            <li key={`${standing.by} ${standing.name}`} className={standing.state === 'holds' ? 'holds' : undefined}>
              <Icon className="i s" aria-hidden />
              <span>
                {standing.state === 'holds' ? 'Agreed: ' : 'Not yet: '}
                {standingInWords(round, standing)}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
