import { alikeOptions } from './likeness'
import type { AllocationMethod } from './methods'
import type { Allocation, RoundOption, SplitVote } from './schema'
import { firstPlace, type Tally } from './tally'

/**
 * Methods in which two options that say the same take votes from one another. Ranked choice moves the votes of the weaker
 * one on, and scores and impact are given to each option for itself.
 */
const splitting: readonly AllocationMethod[] = ['dots', 'approval', 'budget', 'majority']

/**
 * Near-identical options that together would have come before everything else, unless they are first without that. Nobody
 * counts for more than one option may get from them.
 *
 * Source: MISSION N9.
 */
export function splitVotes(
  method: AllocationMethod,
  options: readonly RoundOption[],
  maxPerOption: number,
  ballots: readonly { readonly allocation: Allocation }[],
  results: Tally['options'],
): readonly SplitVote[] {
  const winners = firstPlace(results)
  if (!splitting.includes(method) || winners.length === 0) return []
  const first = results[0]?.dots ?? 0
  return alikeOptions(options)
    .filter(({ ids }) => !winners.every((id) => ids.includes(id)))
    .map(({ ids }) => {
      const together = ballots.reduce((sum, { allocation }) => sum + Math.min(maxPerOption, placedOn(allocation, ids)), 0)
      return { optionIds: options.flatMap(({ id }) => (ids.includes(id) ? [id] : [])), together, first }
    })
    .filter(({ together }) => together > first)
}

function placedOn(allocation: Allocation, ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + (Object.hasOwn(allocation, id) ? (allocation[id] ?? 0) : 0), 0)
}
