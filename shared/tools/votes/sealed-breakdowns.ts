import { Bits } from './bits'
import { hasAny, onlyColumns, showable, shownColumns, smallGroups } from './cells'
import type { Crowd, Part } from './crowd'
import type { Breakdown } from './schema'
import { pairsOf, type Swaps, unseenSwaps } from './swaps'

/** Pairs of voters looked at for one breakdown at most, so that large rounds are counted in time. */
const mostWork = 300_000

/**
 * What a secret round says by sector, level and organisation.
 *
 * A group of fewer than 3 voters, and a count of fewer than 3 people, is hidden; where that would leave one hidden cell, or
 * fewer than 3 people in hidden cells together, the next smallest is hidden too. Then columns are shown, best supported first,
 * where nobody could work out a hidden cell or anybody's choice: not from totals, from another breakdown, nor by fitting the
 * published ballots to the groups (see `unseenSwaps`). A breakdown that may show no cell is left out.
 */
export function sealedBreakdowns(crowd: Crowd): readonly Breakdown[] {
  const { parts, totals, columnCount, size } = crowd
  const order = [...totals.keys()].sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b)
  const isOpen = (column: number) => totals[column] !== 0 && totals[column] !== size
  const known = order.filter((column) => !isOpen(column))
  const shown = parts.map(({ voters }) => new Bits(voters.length, columnCount))
  const before = unseenSwaps(crowd, shown)
  const telling = tellingSides(crowd)
  for (const [place, part] of parts.entries()) {
    const cells = showable(crowd, part)
    const safe = (columns: readonly number[]) => keepsSecrets(crowd, telling, before, shown.with(place, onlyColumns(cells, columns)))
    const open = mostColumns(order.filter(isOpen), safe, Math.ceil(mostWork / pairsOf(size)))
    const told = onlyColumns(cells, open)
    // What everybody knows anyhow is said beside something that nobody knew.
    if (hasAny(told)) shown[place] = onlyColumns(cells, [...known, ...open])
  }
  return parts.flatMap((part, place) => {
    const cells = shown[place]
    return cells && hasAny(cells) ? [breakdownOf(part, cells)] : []
  })
}

/**
 * As many columns as are safe together: all at once, or else one half and then what of the other half may be added, and so on.
 *
 * @param tries how often to ask at most
 */
function mostColumns(order: readonly number[], safe: (columns: readonly number[]) => boolean, tries: number): readonly number[] {
  let left = tries
  let kept: readonly number[] = []
  function add(columns: readonly number[]): void {
    if (columns.length === 0 || left === 0) return
    left -= 1
    const more = [...kept, ...columns]
    if (safe(more)) kept = more
    else if (columns.length > 1) {
      const half = Math.ceil(columns.length / 2)
      add(columns.slice(0, half))
      add(columns.slice(half))
    }
  }
  add(order)
  return kept
}

/**
 * Whether all that could be otherwise without any breakdown still can: what everybody backs, or could have backed, told from
 * the choice of two others where it was before; and every cell that is not shown.
 */
function keepsSecrets(crowd: Crowd, telling: Bits, before: Swaps, shown: readonly Bits[]): boolean {
  const after = unseenSwaps(crowd, shown)
  const columns = shownColumns(shown, telling.width)
  for (let voter = 0; voter < telling.rows; voter += 1) {
    for (let at = 0; at < telling.stride; at += 1) {
      const once = before.once.word(voter, at) & ~after.once.word(voter, at)
      const twice = before.twice.word(voter, at) & ~after.twice.word(voter, at)
      if (((once | twice) & (telling.word(voter, at) | columns.word(0, at))) !== 0) return false
    }
  }
  return shown.every((cells, place) => {
    const [could, can] = [before.moved[place], after.moved[place]]
    if (!could || !can || !hasAny(cells)) return true
    for (let group = 0; group < cells.rows; group += 1) {
      for (let at = 0; at < cells.stride; at += 1) {
        if ((could.word(group, at) & ~cells.word(group, at) & ~can.word(group, at)) !== 0) return false
      }
    }
    return true
  })
}

/**
 * One row per voter: what they back, and what they leave out although at least half back it. That somebody leaves out what
 * most leave out says little, unless groups are said of it.
 */
function tellingSides({ size, columnCount, totals, backs }: Crowd): Bits {
  const telling = new Bits(size, columnCount)
  for (let voter = 0; voter < size; voter += 1) {
    for (const [column, total] of totals.entries()) if (total * 2 >= size || backs.has(voter, column)) telling.set(voter, column)
  }
  return telling
}

function breakdownOf({ partition: { by, names }, voters, counts }: Part, cells: Bits): Breakdown {
  const small = smallGroups(voters)
  return {
    by,
    groups: names.map((name, group) => ({
      name,
      voters: small.has(group) ? null : (voters[group] ?? 0),
      counts: (counts[group] ?? []).map((count, column) => (cells.has(group, column) ? count : null)),
    })),
  }
}
