import { Bits } from './bits'
import type { Crowd } from './crowd'
import type { Pairs } from './pairs'
import { type Swaps, unseenSwaps } from './swaps'

/** What could be otherwise as long as nothing is said of groups. */
export function withoutBreakdowns(crowd: Crowd, pairs: Pairs): Swaps {
  const { columnCount, parts } = crowd
  const nothing = parts.map(({ voters }) => new Bits(voters.length, columnCount))
  return {
    ...unseenSwaps(crowd, pairs, nothing),
    moved: parts.map((_, place) => openCells(crowd, place)),
    movedQuietly: quietCells(crowd, pairs),
  }
}

/** Cells of groups in which somebody backs what somebody elsewhere does not, or the other way about. */
function openCells({ size, columnCount, totals, parts }: Crowd, place: number): Bits {
  const { voters = [], counts = [] } = parts[place] ?? {}
  const cells = new Bits(voters.length, columnCount)
  for (const [group, people] of voters.entries()) {
    for (const [column, total] of totals.entries()) {
      const backed = counts[group]?.[column] ?? 0
      const left = people - backed
      if ((backed > 0 && size - total > left) || (left > 0 && total > backed)) cells.set(group, column)
    }
  }
  return cells
}

/** Cells that could be otherwise for somebody who counts the organisations behind every column. */
function quietCells({ columnCount, parts }: Crowd, pairs: Pairs): readonly Bits[] {
  const { words: changed, stride } = pairs.changed
  return parts.map(({ groupOf, voters }) => {
    const cells = new Bits(voters.length, columnCount)
    for (const [pair, keeps] of pairs.keepsHouses.entries()) {
      const [own, other] = [groupOf[pairs.a[pair] ?? 0] ?? 0, groupOf[pairs.b[pair] ?? 0] ?? 0]
      for (let at = 0; keeps === 1 && own !== other && at < stride; at += 1) {
        cells.or(own * stride + at, changed[pair * stride + at] ?? 0)
        cells.or(other * stride + at, changed[pair * stride + at] ?? 0)
      }
    }
    return cells
  })
}
