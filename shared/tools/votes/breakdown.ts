import { backedColumns, columnCountOf, touchedColumns } from './columns'
import { crowdOf } from './crowd'
import type { Answer } from './methods'
import { type Affiliation, type Partition, partitionsOf } from './partition'
import type { Allocation, Breakdown, Round } from './schema'
import { sealedBreakdowns } from './sealed-breakdowns'

/** A counted ballot with where its voter stands. */
export interface GroupedBallot extends Affiliation {
  readonly allocation?: Allocation | undefined
  readonly answer?: Answer | undefined
}

/**
 * The result told apart by sector, level and organisation. Source: MISSION E11.
 *
 * @param ballots one per voter; in secret rounds in an order that says nothing of the voters
 * @param people everybody who might have voted, so that in secret rounds no name tells who did
 * @returns in open rounds everything; in secret rounds what leaves everybody's choice open
 */
export function breakdownsOf(
  round: Pick<Round, 'method' | 'options' | 'secret'>,
  ballots: readonly GroupedBallot[],
  people: readonly Affiliation[],
): readonly Breakdown[] {
  const columnCount = columnCountOf(round)
  const backed = ballots.map((ballot) => backedColumns(round, ballot))
  if (!round.secret) return partitionsOf(ballots).map((partition) => openBreakdown(partition, ballots, backed, columnCount))
  const touched = ballots.map((ballot) => touchedColumns(round, ballot))
  return sealedBreakdowns(crowdOf(partitionsOf([...people, ...ballots]), ballots, backed, touched, columnCount))
}

function openBreakdown(
  { by, names, groupOf }: Partition,
  ballots: readonly GroupedBallot[],
  backed: readonly (readonly number[])[],
  columnCount: number,
): Breakdown {
  const groups = names.map((name) => ({ name, voters: 0, counts: Array.from({ length: columnCount }, () => 0) }))
  for (const [place, ballot] of ballots.entries()) {
    const group = groups[groupOf(ballot)]
    if (!group) continue
    group.voters += 1
    for (const column of backed[place] ?? []) group.counts[column] = (group.counts[column] ?? 0) + 1
  }
  return { by, groups }
}
