import { Bits } from './bits'
import type { Crowd, Part } from './crowd'

/** Secret rounds: the fewest people that a count is said of. Source: MISSION E11, THREATS I14. */
const smallestCell = 3

/** Cells of a part that are neither too small nor needed to hide one that is. */
export function showable({ totals, columnCount, size }: Crowd, { voters, counts }: Part): Bits {
  const cells = new Bits(voters.length, columnCount)
  const small = smallGroups(voters)
  if (small.size === voters.length) return cells
  for (const [column, total] of totals.entries()) {
    const values = counts.map((own) => own[column] ?? 0)
    // What nobody or everybody backs is known of every group from its total.
    const isKnown = total === 0 || total === size
    const away = isKnown ? small : hidden(values, (group) => small.has(group) || (values[group] ?? 0) < smallestCell)
    for (const group of values.keys()) if (!away.has(group)) cells.set(group, column)
  }
  return cells
}

/** Groups that are too small to be said anything of, and those that hide them. */
export function smallGroups(voters: readonly number[]): ReadonlySet<number> {
  return hidden(voters, (group) => (voters[group] ?? 0) < smallestCell)
}

/** The cells of some columns alone. */
export function onlyColumns(cells: Bits, columns: readonly number[]): Bits {
  const mask = new Bits(1, cells.width)
  for (const column of columns) mask.set(0, column)
  const kept = new Bits(cells.rows, cells.width)
  for (const [place, word] of cells.words.entries()) kept.or(place, word & (mask.words[place % cells.stride] ?? 0))
  return kept
}

/** One row: the columns of which anything is shown. */
export function shownColumns(shown: readonly Bits[], columnCount: number): Bits {
  const columns = new Bits(1, columnCount)
  for (const { words } of shown) for (const [place, word] of words.entries()) columns.or(place % columns.stride, word)
  return columns
}

/** Groups to hide: the small ones, then the next smallest until those hidden are several and together not small. */
function hidden(values: readonly number[], isSmallOne: (group: number) => boolean): ReadonlySet<number> {
  const away = new Set([...values.keys()].filter(isSmallOne))
  const next = [...values.keys()].filter((group) => !away.has(group)).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  let together = [...away].reduce((sum, group) => sum + (values[group] ?? 0), 0)
  for (const group of next) {
    if (away.size === 0 || (away.size > 1 && together >= smallestCell)) break
    away.add(group)
    together += values[group] ?? 0
  }
  return away
}
