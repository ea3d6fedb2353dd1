import { atLeast } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { TouchedRecord } from '../../shared/tools/tool'
import type { Person } from './rules'

interface Removal {
  readonly atMs: number
  readonly count: number
}

/** Watches that nobody wipes a board: whole records of others, within a sliding window. Facilitators may. */
export class Removals {
  readonly #recent = new Map<string, readonly Removal[]>()

  /** Whether the person may remove so many more. */
  allow(person: Person, touched: readonly TouchedRecord[]): boolean {
    const count = foreignRemovals(person, touched)
    return count === 0 || this.#recentOf(person).reduce((sum, removal) => sum + removal.count, count) <= limits.foreignDeletes
  }

  /** Counts removals that were let in. */
  count(person: Person, touched: readonly TouchedRecord[]): void {
    const count = foreignRemovals(person, touched)
    if (count > 0) this.#recent.set(person.actor.id, [...this.#recentOf(person), { atMs: performance.now(), count }])
  }

  #recentOf({ actor }: Person): readonly Removal[] {
    const nowMs = performance.now()
    return (this.#recent.get(actor.id) ?? []).filter(({ atMs }) => nowMs - atMs < limits.foreignDeletesWindowMs)
  }
}

function foreignRemovals({ actor }: Person, touched: readonly TouchedRecord[]): number {
  if (atLeast(actor.role, 'facilitator')) return 0
  return touched.filter(({ change, createdBy }) => change === 'removed' && createdBy !== actor.id).length
}
