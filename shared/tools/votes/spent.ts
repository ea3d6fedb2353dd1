import type { Allocation } from './schema'

/** Dots of a ballot, all options together. */
export function spentOf(allocation: Allocation): number {
  return Object.values(allocation).reduce((sum, value) => sum + value, 0)
}
