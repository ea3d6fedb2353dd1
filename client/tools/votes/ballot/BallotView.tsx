import { lazy, Suspense } from 'react'
import type { AllocationMethod } from '../../../../shared/tools/votes/methods'
import type { BallotProps } from './ballot-props'
import { DotsBallot } from './DotsBallot'

// Most votes are by dots: a phone loads the other ballots when a round has one of them.
const MethodBallot = lazy(async () => ({ default: (await import('./MethodBallot')).MethodBallot }))

/** The ballot of a running round, as its method has it. */
export function BallotView({ method, ...ballot }: BallotProps & { readonly method: AllocationMethod }) {
  if (method === 'dots') return <DotsBallot {...ballot} />
  return (
    <Suspense fallback={null}>
      <MethodBallot method={method} {...ballot} />
    </Suspense>
  )
}
