import { atLeast } from '../../shared/access/actor'
import { limits } from '../../shared/sync/limits'
import type { TouchedRecord } from '../../shared/tools/tool'
import type { Person } from './rules'

/** Watches that nobody wipes a board: whole records of others, within a sliding window. Facilitators may. */
export class Removals {
  readonly #recent = new Map<string, { readonly atMs: number; readonly count: number }[]>()

  /** Counts an update's removals; false when they are too many, and then they do not count. */
  allow({ actor }: Person, touched: readonly TouchedRecord[]): boolean {
    if (atLeast(actor.role, 'facilitator')) return true
    const count = touched.filter(({ change, createdBy }) => change === 'removed' && createdBy !== actor.id).length
    if (count === 0) return true
    const nowMs = performance.now()
    const recent = (this.#recent.get(actor.id) ?? []).filter(({ atMs }) => nowMs - atMs < limits.foreignDeletesWindowMs)
    const before = recent.reduce((sum, removal) => sum + removal.count, 0)
    if (before + count > limits.foreignDeletes) return false
    this.#recent.set(actor.id, [...recent, { atMs: nowMs, count }])
    return true
  }
}
