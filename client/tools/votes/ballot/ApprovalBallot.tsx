import { useState } from 'react'
import { type BallotProps, withValue } from './ballot-props'
import { MethodFrame } from './MethodFrame'
import { TickOption } from './TickOption'

/** Approval: tick every option that one could be content with, up to what the round allows. */
export function ApprovalBallot({ round, ballot, onChange, onDone }: BallotProps) {
  const allocation = ballot.wanted.allocation ?? {}
  const [refused, setRefused] = useState<string>()
  const chosen = round.options.filter(({ id }) => allocation[id]).length
  const most = Math.min(round.dots, round.options.length)
  const limited = most < round.options.length
  const standing = {
    title: 'Your approvals',
    words: limited ? `${chosen} of ${most} ticked.` : `${chosen} ticked.`,
    hint: 'Tick and untick freely until the vote closes.',
    short: limited ? `${chosen} of ${most} ticked` : `${chosen} ticked`,
  }

  function toggle(id: string) {
    const ticks = !allocation[id]
    if (ticks && chosen >= most) return setRefused(id)
    setRefused(undefined)
    onChange(withValue(allocation, id, ticks ? 1 : 0))
  }

  return (
    <MethodFrame round={round} ballot={ballot} onDone={onDone} standing={standing}>
      <ul className="votes-options">
        {round.options.map((option) => (
          <TickOption
            key={option.id}
            option={option}
            type="checkbox"
            name={option.id}
            checked={Boolean(allocation[option.id])}
            whyNot={refused === option.id ? `You can tick ${most}. Untick another one first.` : undefined}
            onChange={() => toggle(option.id)}
          />
        ))}
      </ul>
    </MethodFrame>
  )
}
