import { sumOf } from '../../shared/tools/votes/final'
import type { Round } from '../../shared/tools/votes/schema'
import { type BallotOf, closedRound } from './closed-round'

/** 4 December 2026, 23:59 where the test runs. */
export const untilMs = new Date('2026-12-04T23:59:00').getTime()

type More = NonNullable<Parameters<typeof closedRound>[2]>

/** A closed round in which nobody spoke for two seats. */
export function provisionalRound(ballots: readonly BallotOf[], more: More = {}): Round {
  const missing = ['state adult basic education', 'local businesses']
  return closedRound('dots', ballots, { awaits: missing, provisional: { missing }, ...more })
}

/** The round of the late answers to a provisional one, as it runs. */
export function lateRound(first: Round, more: Partial<Round> = {}): Round {
  const { provisional: _first, result: _own, awaits: _waited, final: _later, ...terms } = first
  return {
    ...terms,
    id: 'round_late',
    after: { roundId: first.id, as: 'late' },
    untilMs,
    state: 'open',
    turnout: { eligible: 0, begun: 0, done: 0 },
    createdAtMs: first.createdAtMs + 1_000,
    ...more,
  }
}

/** The provisional round and that of its late answers once they are closed, counted by the product's own rules. */
export function settled(first: Round, late: readonly BallotOf[], firstBallots: readonly BallotOf[]): readonly [Round, Round] {
  const closed = closedRound(first.method, late, {
    ...lateRound(first),
    state: 'closed',
    labels: first.options.map(({ label }) => label),
    turnout: { eligible: late.length, begun: late.length, done: late.length },
  })
  const { result = { voters: 0 } } = first
  const lateResult = closed.result ?? { voters: 0 }
  const ballotsOf = (ballots: readonly BallotOf[], from: number) =>
    ballots.map(({ on, ...ballot }, index) => ({
      participantId: `p_${from + index}` as const,
      receipt: `R${from + index}`,
      ...ballot,
      allocation: Object.fromEntries(on.flatMap((value, place) => (value > 0 ? [[`opt_${place}`, value]] : []))),
    }))
  const eligible = firstBallots.length + late.length
  const sum = sumOf(
    first,
    { result, ballots: ballotsOf(firstBallots, 0) },
    { result: lateResult, ballots: ballotsOf(late, 100) },
    eligible,
    [],
  )
  return [{ ...first, final: { atMs: 1, lateRoundId: closed.id, eligible, voters: result.voters + lateResult.voters, ...sum } }, closed]
}
