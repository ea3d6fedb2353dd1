import type { IdentityLevel } from '../../access/identity'
import type { Participant } from '../../workshop/schema'
import { isAgreement } from './methods'
import type { Round, Turnout } from './schema'

/** What of a round says who may vote in it. */
type Entitling = Pick<Round, 'facilitatorsVote' | 'binding'>

/**
 * Whether a participant of this role votes in this round. Facilitators only where the round says so; observers never; in a
 * binding round nobody who came by an open link.
 *
 * @param identity how they came in; absent as for an open link
 */
export function isEligible(role: Participant['role'], round: Entitling, identity: IdentityLevel = 'open-link'): boolean {
  if (round.binding && identity === 'open-link') return false
  switch (role) {
    case 'host':
    case 'facilitator':
      return round.facilitatorsVote
    case 'contributor':
    case 'voter':
      return true
    case 'observer':
      return false
  }
}

/** The people who may vote in a round as things stand, by name. */
export function electorate(participants: readonly Participant[], round: Entitling): readonly Participant[] {
  return participants
    .filter(({ removed, role, identity }) => !removed && isEligible(role, round, identity))
    .sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
}

/**
 * Turnout as it is now: people who joined late may vote until the close. Of late answers it is what the server said last, since
 * only the server knows who voted before.
 */
export function liveTurnout(round: Round, participants: readonly Participant[]): Turnout {
  if (round.state === 'closed' || round.state === 'cancelled' || isLate(round)) return round.turnout
  return { ...round.turnout, eligible: Math.max(round.turnout.begun, electorate(participants, round).length) }
}

/** Rounds in which a group chooses among options, newest first; checks on a wording are not among them. */
export function votesOf(rounds: readonly Round[]): readonly Round[] {
  return rounds.filter(({ method, state }) => !isAgreement(method) && state !== 'cancelled').sort(newestFirst)
}

/** Whether people answer in it who were absent from an earlier round. */
export function isLate({ after }: Pick<Round, 'after'>): boolean {
  return after?.as === 'late'
}

/**
 * The round that a Decide step shows: the running one, else the newest closed one of this step or of none. Late answers are
 * never the group's vote.
 */
export function currentVote(rounds: readonly Round[], stepId?: string): Round | undefined {
  const votes = votesOf(rounds).filter((round) => !isLate(round))
  return votes.find(isRunning) ?? votes.find((round) => round.state === 'closed' && isAt(round, stepId))
}

/** Rounds that take late answers now, of this step or of none, oldest first. */
export function lateVotes(rounds: readonly Round[], stepId?: string): readonly Round[] {
  return votesOf(rounds)
    .filter((round) => isLate(round) && isRunning(round) && isAt(round, stepId))
    .reverse()
}

/** Whether it takes ballots. */
export function isRunning({ state }: Round): boolean {
  return state === 'open' || state === 'closing'
}

function isAt(round: Round, stepId: string | undefined): boolean {
  return !round.stepId || !stepId || round.stepId === stepId
}

/** For sorting rounds: the newest first. */
export function newestFirst(a: Round, b: Round): number {
  return b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1)
}
