import type { ComponentType } from 'react'
import { lazy } from 'react'
import type { AllocationMethod } from '../../../shared/tools/votes/methods'
import type { BallotProps } from './ballot-props'
import { DotsBallot } from './DotsBallot'

/** The ballot of each choosing method. Only dots are there at once; a phone loads the others when a round has them. */
export const ballots: Record<AllocationMethod, ComponentType<BallotProps>> = {
  dots: DotsBallot,
  approval: lazy(async () => ({ default: (await import('./ApprovalBallot')).ApprovalBallot })),
  score: lazy(async () => ({ default: (await import('./ScoreBallot')).ScoreBallot })),
  rank: lazy(async () => ({ default: (await import('./RankBallot')).RankBallot })),
  majority: lazy(async () => ({ default: (await import('./MajorityBallot')).MajorityBallot })),
  matrix: lazy(async () => ({ default: (await import('./MatrixBallot')).MatrixBallot })),
  budget: lazy(async () => ({ default: (await import('./BudgetBallot')).BudgetBallot })),
}
