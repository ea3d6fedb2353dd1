import type { Round } from './schema'
import { isAt, isLate, isRunning, votesOf } from './selectors'

/** Rounds that take late answers now, of this step or of none, oldest first. */
export function lateVotes(rounds: readonly Round[], stepId?: string): readonly Round[] {
  return votesOf(rounds)
    .filter((round) => isLate(round) && isRunning(round) && isAt(round, stepId))
    .reverse()
}
