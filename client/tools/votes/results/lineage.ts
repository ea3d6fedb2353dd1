import type { Round, RoundAfter } from '../../../../shared/tools/votes/schema'

/** Another round that this one follows or is followed by. */
export interface Relation {
  readonly round: Round
  readonly words: string
}

/** How a round hangs together with others: first what it follows, then what followed it, oldest first. */
export function relationsOf({ id, after }: Round, others: readonly Round[]): readonly Relation[] {
  const before = after && others.find((other) => other.id === after.roundId)
  const later = others.filter((other) => other.after?.roundId === id).sort((a, b) => a.createdAtMs - b.createdAtMs)
  return [
    ...(before ? [{ round: before, words: beforeWords[after.as] }] : []),
    ...later.map((round) => ({ round, words: laterWords[round.after?.as ?? 'again'] })),
  ]
}

/** Of a round in a list, for example `run-off`. */
export const relationLabels: Record<RoundAfter['as'], string> = { again: 'held again', 'run-off': 'run-off', late: 'late answers' }

const beforeWords: Record<RoundAfter['as'], string> = {
  again: 'This vote was held again after an earlier one.',
  'run-off': 'This is the run-off of an earlier vote that ended in a tie.',
  late: 'These are the answers of people who were absent from an earlier vote.',
}

const laterWords: Record<RoundAfter['as'], string> = {
  again: 'This vote was held again later.',
  'run-off': 'A run-off followed.',
  late: 'People who were absent answered later.',
}
