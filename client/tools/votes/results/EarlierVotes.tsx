import { ChevronRight } from 'lucide-react'
import { methodLabels } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { relationLabels } from './lineage'

interface EarlierVotesProps {
  readonly rounds: readonly Round[]
  readonly onShow: (roundId: string) => void
}

/** Votes that were closed before, newest first. */
export function EarlierVotes({ rounds, onShow }: EarlierVotesProps) {
  if (rounds.length === 0) return null
  return (
    <section className="votes-earlier" aria-label="Earlier votes">
      <h2 className="h">Earlier votes</h2>
      <ul>
        {rounds.map(({ id, question, method, result, turnout, recorded, after }) => (
          <li key={id}>
            <button type="button" onClick={() => onShow(id)}>
              <span className="grow">
                {question}
                <span className="fine">
                  {result?.voters ?? 0} of {turnout.eligible} voted · {methodLabels[method]}
                  {after ? ` · ${relationLabels[after.as]}` : ''}
                  {recorded ? ' · decision recorded' : ''}
                </span>
              </span>
              <ChevronRight className="i" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
