import { Button } from '../../../ui/Button'
import { labelOf } from '../words'
import type { BallotProps } from './ballot-props'
import { MethodFrame } from './MethodFrame'
import { TickOption } from './TickOption'

/** Majority: choose one option, or none. */
export function MajorityBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const chosen = Object.keys(ballot.wanted.allocation ?? {})[0]
  const standing = {
    title: 'Your vote',
    words: chosen ? `For “${labelOf(round, chosen)}”.` : 'Nothing chosen yet.',
    hint: 'Change it freely until the vote closes.',
    short: chosen ? '1 chosen' : 'Nothing chosen',
  }
  return (
    <MethodFrame round={round} ballot={ballot} onDone={onDone} standing={standing}>
      <ul className="votes-options">
        {round.options.map((option) => (
          <TickOption
            key={option.id}
            option={option}
            type="radio"
            name={round.id}
            checked={option.id === chosen}
            onChange={() => onChange({ [option.id]: 1 })}
          />
        ))}
      </ul>
      <p className="votes-abstain">
        <Button size="sm" disabledReason={chosen ? undefined : 'Nothing is chosen.'} onClick={() => onChange({})}>
          Take my vote back
        </Button>
      </p>
    </MethodFrame>
  )
}
