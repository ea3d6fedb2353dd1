import type { Method } from '../../shared/tools/votes/methods'
import { type ClosingBallot, resultOf } from '../../shared/tools/votes/result'
import type { Round } from '../../shared/tools/votes/schema'

const goals = ['Shared intake', 'Employer council', 'Transport pilot', 'Data agreement']

/** Who cast a ballot and what it puts on the options, by their place. */
export interface BallotOf extends Omit<Partial<ClosingBallot>, 'allocation' | 'participantId'> {
  readonly on: readonly number[]
}

/**
 * A round as it stands in `record` after the close, counted by the product's own rules.
 *
 * @param more what this round has else; `labels` name its options
 */
export function closedRound(
  method: Method,
  ballots: readonly BallotOf[],
  { labels = goals, ...more }: Partial<Round> & { readonly labels?: readonly string[] } = {},
): Round {
  const round: Round = {
    id: 'round_1',
    question: 'Which goals do we start?',
    method,
    secret: false,
    dots: 4,
    maxPerOption: 4,
    options: labels.map((label, place) => ({ id: optionId(place), label })),
    rule: {},
    facilitatorsVote: false,
    state: 'closed',
    turnout: { eligible: ballots.length, begun: ballots.length, done: ballots.length },
    revision: 1,
    createdAtMs: 1_000,
    ...more,
  }
  const closing = ballots.map(({ on, ...ballot }, index): ClosingBallot => {
    const placed = on.flatMap((value, place): [string, number][] => (value > 0 ? [[optionId(place), value]] : []))
    return { participantId: `p_${index}`, receipt: `R${String(index).padStart(3, '0')}`, ...ballot, allocation: Object.fromEntries(placed) }
  })
  return { ...round, result: resultOf(round, closing, ballots.length) }
}

/** The id of the option at this place of a round made here. */
export function optionId(place: number): `opt_${string}` {
  return `opt_${place}`
}
