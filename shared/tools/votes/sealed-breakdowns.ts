import { Bits } from './bits'
import type { Crowd, Part } from './crowd'
import type { Breakdown } from './schema'
import { pairsOf, type Swaps, unseenSwaps } from './swaps'

/** Secret rounds: the fewest people that a count is said of. Source: MISSION E11, THREATS I14. */
const smallestCell = 3
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
  const { parts, totals, columnCount } = crowd
  const order = [...totals.keys()].sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0) || a - b)
  const shown = parts.map(({ voters }) => new Bits(voters.length, columnCount))
  const before = unseenSwaps(crowd, shown)
  const telling = tellingSides(crowd)
  for (const [place, part] of parts.entries()) {
    const cells = showable(crowd, part)
    if (!hasAny(cells)) continue
    const safe = (columns: readonly number[]) => keepsSecrets(crowd, telling, before, shown.with(place, onlyColumns(cells, columns)))
    shown[place] = onlyColumns(cells, mostColumns(order, safe, Math.ceil(mostWork / pairsOf(crowd.size))))
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
  let [left, kept] = [tries, [] as readonly number[]]
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

/** Cells of a part that are neither too small nor needed to hide one that is. */
function showable({ totals, columnCount, size }: Crowd, { voters, counts }: Part): Bits {
  const cells = new Bits(voters.length, columnCount)
  const small = hidden(voters, (group) => (voters[group] ?? 0) < smallestCell)
  for (const [column, total] of totals.entries()) {
    const values = counts.map((own) => own[column] ?? 0)
    // What nobody or everybody backs is known of every group from its total.
    const isKnown = total === 0 || total === size
    const away = isKnown ? small : hidden(values, (group) => small.has(group) || (values[group] ?? 0) < smallestCell)
    for (const group of values.keys()) if (!away.has(group)) cells.set(group, column)
  }
  return cells
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

/**
 * Whether all that could be otherwise without any breakdown still can: what everybody backs, or could have backed, told from
 * the choice of two others where it was before; and every cell that is not shown.
 */
function keepsSecrets(crowd: Crowd, telling: Bits, before: Swaps, shown: readonly Bits[]): boolean {
  const after = unseenSwaps(crowd, shown)
  const columns = columnsOf(shown, telling.width)
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

/** One row: the columns of which anything is shown. */
function columnsOf(shown: readonly Bits[], columnCount: number): Bits {
  const columns = new Bits(1, columnCount)
  for (const cells of shown) {
    for (let group = 0; group < cells.rows; group += 1) {
      for (let at = 0; at < cells.stride; at += 1) columns.orWord(0, at, cells.word(group, at))
    }
  }
  return columns
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

function onlyColumns(cells: Bits, columns: readonly number[]): Bits {
  const kept = new Bits(cells.rows, cells.width)
  for (let group = 0; group < cells.rows; group += 1) {
    for (const column of columns) if (cells.has(group, column)) kept.set(group, column)
  }
  return kept
}

function hasAny(cells: Bits): boolean {
  for (let group = 0; group < cells.rows; group += 1) {
    for (let at = 0; at < cells.stride; at += 1) if (cells.word(group, at) !== 0) return true
  }
  return false
}

function breakdownOf({ partition: { by, names }, voters, counts }: Part, cells: Bits): Breakdown {
  const small = hidden(voters, (group) => (voters[group] ?? 0) < smallestCell)
  return {
    by,
    groups: names.map((name, group) => ({
      name,
      voters: small.has(group) ? null : (voters[group] ?? 0),
      counts: (counts[group] ?? []).map((count, column) => (cells.has(group, column) ? count : null)),
    })),
  }
}
