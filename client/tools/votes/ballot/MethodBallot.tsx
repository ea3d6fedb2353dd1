import type { AllocationMethod } from '../../../../shared/tools/votes/methods'
import type { BallotProps } from './ballot-props'
import { ballots } from './ballots'

/** The ballot that a method has. */
export function MethodBallot({ method, ...ballot }: BallotProps & { readonly method: AllocationMethod }) {
  const Ballot = ballots[method]
  return <Ballot {...ballot} />
}
