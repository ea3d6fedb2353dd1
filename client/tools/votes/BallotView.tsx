import { Suspense } from 'react'
import type { AllocationMethod } from '../../../shared/tools/votes/methods'
import type { BallotProps } from './ballot-props'
import { ballots } from './ballots'

/** The ballot of a running round, as its method has it. */
export function BallotView({ method, ...ballot }: BallotProps & { readonly method: AllocationMethod }) {
  const Ballot = ballots[method]
  return (
    <Suspense fallback={null}>
      <Ballot {...ballot} />
    </Suspense>
  )
}
