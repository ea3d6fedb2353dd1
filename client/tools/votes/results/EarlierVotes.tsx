import { ChevronRight } from 'lucide-react'
import { methodLabels } from '../../../../shared/tools/votes/methods'
import type { Round } from '../../../../shared/tools/votes/schema'
import { asDecidedOn, standingLabel } from '../late/standing'
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
        {rounds.map((round) => (
          <li key={round.id}>
            <button type="button" onClick={() => onShow(round.id)}>
              <span className="grow">
                {round.question}
                <span className="fine">{inWords(round)}</span>
              </span>
              <ChevronRight className="i" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** `12 of 14 voted · Dot vote · provisional`. */
function inWords(round: Round): string {
  const { result, turnout } = asDecidedOn(round)
  return [
    `${result?.voters ?? 0} of ${turnout.eligible} voted`,
    methodLabels[round.method],
    round.after && relationLabels[round.after.as],
    standingLabel(round),
    round.recorded && 'decision recorded',
  ]
    .filter(Boolean)
    .join(' · ')
}
