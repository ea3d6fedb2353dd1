import { X } from 'lucide-react'
import type { RoundOption } from '../../../../shared/tools/votes/schema'
import { IconButton } from '../../../ui/IconButton'
import { type BallotProps, withValue } from './ballot-props'
import { MethodFrame } from './MethodFrame'
import { Scale } from './Scale'

/** Scores: each option by itself, from low to high, or left out. */
export function ScoreBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const allocation = ballot.wanted.allocation ?? {}
  const scored = round.options.filter(({ id }) => allocation[id]).length
  const all = round.options.length
  const standing = {
    title: 'Your scores',
    words: `${scored} of ${all} scored.`,
    hint: 'Leave out what you have no view on. Change scores freely until the vote closes.',
    short: `${scored} of ${all} scored`,
  }
  return (
    <MethodFrame round={round} ballot={ballot} onDone={onDone} standing={standing}>
      <p className="meta votes-how">1 is low, {round.maxPerOption} is high.</p>
      <ul className="votes-options">
        {round.options.map((option) => (
          <ScoreOption
            key={option.id}
            option={option}
            most={round.maxPerOption}
            score={allocation[option.id] ?? 0}
            onScore={(score) => onChange(withValue(allocation, option.id, score))}
          />
        ))}
      </ul>
    </MethodFrame>
  )
}

interface ScoreOptionProps {
  readonly option: RoundOption
  readonly most: number
  /** 0 while there is none. */
  readonly score: number
  readonly onScore: (score: number) => void
}

function ScoreOption({ option: { label, detail }, most, score, onScore }: ScoreOptionProps) {
  const steps = Array.from({ length: most }, (_, index) => ({
    value: index + 1,
    label: String(index + 1),
    name: `${index + 1} of ${most}`,
  }))
  return (
    <li className={score > 0 ? 'votes-option has' : 'votes-option'}>
      <div className="votes-option-body votes-rated">
        <div className="grow">
          <h3>{label}</h3>
          {detail ? <p className="fine">{detail}</p> : null}
        </div>
        <div className="votes-rating">
          <Scale label={`Score of ${label}`} steps={steps} value={score} onChange={onScore} />
          <IconButton
            label={`Take your score back from ${label}`}
            Icon={X}
            aria-disabled={score === 0 ? true : undefined}
            onClick={() => onScore(0)}
          />
        </div>
      </div>
    </li>
  )
}
