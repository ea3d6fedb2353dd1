import { useState } from 'react'
import { type BallotProps, withValue } from './ballot-props'
import { MatrixOption } from './MatrixOption'
import { MethodFrame } from './MethodFrame'
import { entryOf, type Rating, ratingOf } from './matrix-value'

/** Impact and effort: two answers for each option, which count together. */
export function MatrixBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const allocation = ballot.wanted.allocation ?? {}
  /** Options with one of the two answers; half an answer is no part of a ballot. */
  const [halves, setHalves] = useState<Readonly<Record<string, Partial<Rating>>>>({})
  const rated = round.options.filter(({ id }) => allocation[id]).length
  const half = round.options.filter(({ id }) => halves[id] && !allocation[id]).length
  const so = `${rated} of ${round.options.length} rated${half > 0 ? `, ${half} by half` : ''}`
  const standing = {
    title: 'Your ratings',
    words: `${so}.`,
    hint: 'Leave out what you have no view on. Change them freely until the vote closes.',
    short: so,
  }

  function rate(id: string, answer: Partial<Rating> | undefined) {
    const { impact, effort } = { ...halves[id], ...ratingOf(allocation[id]), ...answer }
    const whole = answer && impact !== undefined && effort !== undefined ? { impact, effort } : undefined
    const { [id]: _before, ...others } = halves
    setHalves(answer && !whole ? { ...others, [id]: { ...halves[id], ...answer } } : others)
    if (whole) onChange(withValue(allocation, id, entryOf(whole)))
    else if (!answer && allocation[id]) onChange(withValue(allocation, id, 0))
  }

  return (
    <MethodFrame round={round} ballot={ballot} onDone={onDone} standing={standing}>
      <p className="meta votes-how">How much would it change, and how much work is it?</p>
      <ul className="votes-options">
        {round.options.map((option) => (
          <MatrixOption
            key={option.id}
            option={option}
            rating={ratingOf(allocation[option.id]) ?? halves[option.id]}
            onRate={(answer) => rate(option.id, answer)}
          />
        ))}
      </ul>
    </MethodFrame>
  )
}
