import { Circle } from 'lucide-react'
import type { Role } from '../../../../shared/access/actor'
import type { Round } from '../../../../shared/tools/votes/schema'
import { isEligible } from '../../../../shared/tools/votes/selectors'
import { useWorkshop } from '../../../app/workshop-context'
import { Chip } from '../../../ui/Chip'
import { Prompt } from '../../../ui/Prompt'
import { ClosingCount } from '../turnout/ClosingCount'
import { RoundSide } from '../turnout/RoundSide'
import { meaningInWords, taskInWords } from '../words'
import { openWords, termsLine } from './ballot-words'

/** A running vote for people who do not vote in it. */
export function WatchView({ round }: { readonly round: Round }) {
  const { role } = useWorkshop().actor
  const meaning = meaningInWords(round)
  return (
    <div className="votes-split">
      <div>
        <div className="row wrap votes-eyebrow">
          <Chip tone="live" Icon={Circle}>
            {openWords(round)}
          </Chip>
          <span className="meta">{termsLine(round, taskInWords(round))}</span>
          <ClosingCount round={round} />
        </div>
        <Prompt>{round.question}</Prompt>
        {meaning ? <p className="votes-meaning">{meaning}</p> : null}
        <ul className="votes-options">
          {round.options.map(({ id, label, detail }) => (
            <li key={id} className="votes-option">
              <div className="votes-option-body">
                <div className="grow">
                  <h3>{label}</h3>
                  {detail ? <p className="fine">{detail}</p> : null}
                </div>
              </div>
            </li>
          ))}
        </ul>
        <p className="meta votes-watch">{whyNoBallot(role, round)}</p>
      </div>
      <aside className="votes-side" aria-label="Turnout and seal" tabIndex={-1} data-region>
        <RoundSide round={round} />
      </aside>
    </div>
  )
}

function whyNoBallot(role: Role, round: Round): string {
  if (role === 'observer') return 'You are here as an observer, so you do not vote.'
  if (!isEligible(role, { ...round, binding: false })) return 'Facilitators do not vote in this round.'
  return 'This vote is binding: only people who were let in at the door, know the passphrase or have a personal invite vote. Ask your facilitator for an invite.'
}
