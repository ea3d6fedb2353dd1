import { levelsOf } from './levels'
import { type Answer, isAgreement } from './methods'
import type { Allocation, Round } from './schema'

/** A score from here on is support. */
const supportingScore = 4

/** What breakdowns count people of: one column for every option, or for every answer of a check. */
export function columnCountOf({ method, options }: Pick<Round, 'method' | 'options'>): number {
  return isAgreement(method) ? levelsOf[method].length : options.length
}

/** Columns that a ballot puts anything in, by their place. */
export function touchedColumns(round: Pick<Round, 'method' | 'options'>, ballot: BallotSaid): readonly number[] {
  return columnsWhere(round, ballot, () => true)
}

/**
 * Columns in which a breakdown counts a ballot, by their place: its answer; the options it put anything on; in ranked choice
 * its first choice; the options it scored 4 or 5, since nearly everybody scores everything.
 */
export function backedColumns(round: Pick<Round, 'method' | 'options'>, ballot: BallotSaid): readonly number[] {
  const { method } = round
  return columnsWhere(round, ballot, (value) => (method === 'rank' ? value === 1 : method !== 'score' || value >= supportingScore))
}

interface BallotSaid {
  readonly allocation?: Allocation | undefined
  readonly answer?: Answer | undefined
}

function columnsWhere(
  { method, options }: Pick<Round, 'method' | 'options'>,
  { allocation = {}, answer }: BallotSaid,
  counts: (value: number) => boolean,
): readonly number[] {
  if (isAgreement(method)) return levelsOf[method].flatMap((level, place) => (level.answer === answer ? [place] : []))
  const columns: number[] = []
  options.forEach(({ id }, place) => {
    const value = Object.hasOwn(allocation, id) ? (allocation[id] ?? 0) : 0
    if (value > 0 && counts(value)) columns.push(place)
  })
  return columns
}
