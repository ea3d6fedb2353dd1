import { Circle } from 'lucide-react'
import type { Round } from '../../../shared/tools/votes/schema'
import { Chip } from '../../ui/Chip'
import { Prompt } from '../../ui/Prompt'
import { ClosingCount } from './ClosingCount'
import { RoundSide } from './RoundSide'
import { termsInWords } from './words'

/** A running vote for people who do not vote in it. */
export function WatchView({ round, why }: { readonly round: Round; readonly why: string }) {
  return (
    <div className="votes-split">
      <div>
        <div className="row wrap votes-eyebrow">
          <Chip tone="live" Icon={Circle}>
            Voting is open
          </Chip>
          <span className="meta">{termsInWords(round)}</span>
          <ClosingCount round={round} />
        </div>
        <Prompt>{round.question}</Prompt>
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
        <p className="meta votes-watch">{why}</p>
      </div>
      <aside className="votes-side" aria-label="Turnout and seal" tabIndex={-1} data-region>
        <RoundSide round={round} />
      </aside>
    </div>
  )
}
