import type { ComponentType } from 'react'
import type { AllocationMethod } from '../../../../shared/tools/votes/methods'
import { ApprovalBallot } from './ApprovalBallot'
import { BudgetBallot } from './BudgetBallot'
import type { BallotProps } from './ballot-props'
import { DotsBallot } from './DotsBallot'
import { MajorityBallot } from './MajorityBallot'
import { MatrixBallot } from './MatrixBallot'
import { RankBallot } from './RankBallot'
import { ScoreBallot } from './ScoreBallot'

/** The ballot of each choosing method. */
export const ballots: Record<AllocationMethod, ComponentType<BallotProps>> = {
  dots: DotsBallot,
  approval: ApprovalBallot,
  score: ScoreBallot,
  rank: RankBallot,
  majority: MajorityBallot,
  matrix: MatrixBallot,
  budget: BudgetBallot,
}
