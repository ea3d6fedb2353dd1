import type { OptionResult, Round } from '../../../../shared/tools/votes/schema'
import { type CountedResult, isBacked } from './measure'

/** Options that share one place and that somebody stands behind. */
export type Tie = readonly OptionResult[]

/** Every tie of a result, the highest first. */
export function tiesOf({ method }: Pick<Round, 'method'>, result: CountedResult): readonly Tie[] {
  const tied = result.options.filter((option) => option.tied && isBacked(method, result, option))
  const ranks = [...new Set(tied.map(({ rank }) => rank))].sort((a, b) => a - b)
  return ranks.map((rank) => tied.filter((option) => option.rank === rank)).filter(({ length }) => length > 1)
}
