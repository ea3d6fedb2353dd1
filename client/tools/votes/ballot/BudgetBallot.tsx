import { spentOf } from '../../../../shared/tools/votes/spent'
import { unitsInWords } from '../words'
import { BudgetOption } from './BudgetOption'
import { type BallotProps, withValue } from './ballot-props'
import { MethodFrame } from './MethodFrame'

/** Budget: share out whole units, typed or step by step. */
export function BudgetBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const allocation = ballot.wanted.allocation ?? {}
  const left = round.dots - spentOf(allocation)
  const standing = {
    title: 'Your budget',
    words: left === 0 ? 'Nothing left.' : `${unitsInWords(left)} left of ${round.dots.toLocaleString('en')}.`,
    hint: 'Move them freely until the vote closes.',
    short: `${left.toLocaleString('en')} left`,
    purse: <progress className="votes-progress" value={round.dots - left} max={round.dots} aria-label="Share of the budget placed" />,
  }
  return (
    <MethodFrame round={round} ballot={ballot} onDone={onDone} standing={standing}>
      <ul className="votes-options">
        {round.options.map((option) => (
          <BudgetOption
            key={option.id}
            option={option}
            placed={allocation[option.id] ?? 0}
            left={left}
            most={round.maxPerOption}
            step={stepOf(round.dots)}
            onPlace={(units) => onChange(withValue(allocation, option.id, units))}
          />
        ))}
      </ul>
    </MethodFrame>
  )
}

/** A round number that a budget of this size is shared out in: 5 of 100, 50 of 1 000. */
function stepOf(units: number): number {
  return Math.max(1, 10 ** Math.floor(Math.log10(units)) / 20)
}
