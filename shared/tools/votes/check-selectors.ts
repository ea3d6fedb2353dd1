import { isAgreement } from './methods'
import type { Round } from './schema'
import { isLate, isRunning, newestFirst } from './selectors'

/** The newest check on a wording; undefined when there was none. Late answers belong to an earlier one. */
export function checkOf(rounds: readonly Round[], draftId: string): Round | undefined {
  return checksOn(rounds, draftId).find((round) => !isLate(round))
}

/** Rounds that take late answers to a check on a wording now, oldest first. */
export function lateChecks(rounds: readonly Round[], draftId: string): readonly Round[] {
  return checksOn(rounds, draftId)
    .filter((round) => isLate(round) && isRunning(round))
    .reverse()
}

function checksOn(rounds: readonly Round[], draftId: string): readonly Round[] {
  return rounds
    .filter(({ method, subject, state }) => isAgreement(method) && subject?.draftId === draftId && state !== 'cancelled')
    .sort(newestFirst)
}
