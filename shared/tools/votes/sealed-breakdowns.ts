import { Bits } from './bits'
import { onlyColumns, showable, shownColumns, smallGroups } from './cells'
import type { Crowd, Part } from './crowd'
import { pairsOf } from './pairs'
import type { Breakdown } from './schema'
import { type Swaps, unseenSwaps } from './swaps'
import { withoutBreakdowns } from './without-breakdowns'

/** Pairs of voters looked at for one breakdown at most, so that large rounds are counted in time. */
const mostWork = 40_000

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
  const known = order.filter((column) => totals[column] === 0 || totals[column] === size)
  const shown = parts.map(({ voters }) => new Bits(voters.length, columnCount))
  const pairs = pairsOf(crowd)
  const tries = Math.ceil(mostWork / Math.max(1, pairs.a.length))
  const before = withoutBreakdowns(crowd, pairs)
  const telling = tellingSides(crowd)
  for (const [place, part] of parts.entries()) {
    const cells = showable(crowd, part)
    const columns = shownColumns([cells], columnCount)
    const open = order.filter((column) => columns.has(0, column) && !known.includes(column))
    const safe = (some: readonly number[]) => {
      const wanted = shown.with(place, onlyColumns(cells, some))
      return keepsSecrets(telling, before, unseenSwaps(crowd, pairs, wanted), wanted)
    }
    const told = mostColumns(open, safe, tries)
    // What everybody knows anyhow is said beside something that nobody knew.
    if (told.length > 0) shown[place] = onlyColumns(cells, [...known, ...told])
  }
  return parts.flatMap((part, place) => {
    const cells = shown[place]
    return cells?.any() ? [breakdownOf(part, cells)] : []
  })
}

/**
 * As many columns as are safe together, first ones first: as long as it goes well twice as many at once, else half as many.
 *
 * @param tries how often to ask at most
 */
function mostColumns(order: readonly number[], safe: (columns: readonly number[]) => boolean, tries: number): readonly number[] {
  let kept: readonly number[] = []
  let step = 1
  let at = 0
  for (let left = tries; left > 0 && at < order.length; left -= 1) {
    const more = [...kept, ...order.slice(at, at + step)]
    if (safe(more)) {
      kept = more
      at += step
      step *= 2
    } else if (step === 1) at += 1
    else step /= 2
  }
  return kept
}

/**
 * Whether all that could be otherwise without any breakdown still can, also for somebody who counts organisations: what
 * everybody backs, or could have backed, told from the choice of two others where it was before; and every cell that is not shown.
 */
function keepsSecrets(telling: Bits, before: Swaps, after: Swaps, shown: readonly Bits[]): boolean {
  const columns = shownColumns(shown, telling.width)
  const isLost = (could: Bits, can: Bits, place: number) => (could.words[place] ?? 0) & ~(can.words[place] ?? 0)
  for (const [place, own] of telling.words.entries()) {
    const lost =
      isLost(before.once, after.once, place) |
      isLost(before.twice, after.twice, place) |
      isLost(before.onceQuietly, after.onceQuietly, place)
    if ((lost & (own | (columns.words[place % telling.stride] ?? 0))) !== 0) return false
  }
  return shown.every((cells, part) => {
    if (!cells.any()) return true
    const [could, can] = [before.moved[part], after.moved[part]]
    const [couldQuietly, canQuietly] = [before.movedQuietly[part], after.movedQuietly[part]]
    if (!could || !can || !couldQuietly || !canQuietly) return true
    return cells.words.every((said, place) => ((isLost(could, can, place) | isLost(couldQuietly, canQuietly, place)) & ~said) === 0)
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
