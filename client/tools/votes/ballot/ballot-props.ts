import type { Allocation, Round } from '../../../../shared/tools/votes/schema'
import type { BallotState } from './ballot-sender'

/** What every method's ballot is given. */
export interface BallotProps {
  readonly round: Round
  readonly ballot: BallotState
  /** The whole allocation as the voter now wants it. */
  readonly onChange: (allocation: Allocation) => void
  readonly onDone: (done: boolean) => void
}

/** An allocation with another value on one option; 0 takes the option off it. */
export function withValue(allocation: Allocation, optionId: string, value: number): Allocation {
  const { [optionId]: _before, ...others } = allocation
  return value > 0 ? { ...others, [optionId]: value } : others
}
