import type { Round } from '../../../../shared/tools/votes/schema'
import { useTurnout } from '../turnout/use-turnout'

/** How many answers a running check has. */
export interface Answered {
  readonly eligible: number
  /** Answers that stand: one that is to be renewed is not given. */
  readonly answered: number
  readonly toRenew: number
}

/** The one count of a running check's answers, live. */
export function useAnswered(check: Round): Answered {
  const { eligible, done } = useTurnout(check)
  const toRenew = Math.min(done, check.lapsed?.people ?? 0)
  return { eligible, answered: done - toRenew, toRenew }
}
