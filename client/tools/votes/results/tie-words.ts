import type { OptionResult, Round } from '../../../../shared/tools/votes/schema'
import { counted, labelOf, namesInWords } from '../words'
import { type CountedResult, measureInWords } from './measure'
import { tiesOf } from './ties'

/** A tie further down is marked in its row; only those near the top change what the group decides. */
const lastRankThatMatters = 5

const namesShown = 4

/** Every tie that matters, the highest first, in words; undefined when nothing that anybody chose is tied. */
export function tieInWords(round: Round, result: CountedResult): string | undefined {
  const ties = tiesOf(round, result).filter(([first]) => first && first.rank <= lastRankThatMatters)
  return ties.length === 0 ? undefined : ties.map((tie) => oneTieInWords(round, result, tie)).join(' ')
}

function oneTieInWords(round: Round, result: CountedResult, tied: readonly OptionResult[]): string {
  const names = tied.map(({ id }) => `“${labelOf(round, id)}”`)
  const [first] = tied
  const have = first ? tiedAt(round, result, first) : ''
  const sentence = `${namesInWords(names, namesShown)} ${tied.length === 2 ? 'both' : 'all'} have ${have}.`
  const breadth = breadthInWords(round, tied)
  return breadth ? `${sentence} ${breadth}` : sentence
}

/** Where every organisation has one vote, the votes of people are not what is equal. */
function tiedAt({ method, rule }: Round, result: CountedResult, first: OptionResult): string {
  return rule.oneVotePer === 'organisation' ? 'an equal share of the organisations’ votes' : measureInWords(method, result, first)
}

function breadthInWords(round: Round, tied: readonly OptionResult[]): string | undefined {
  const [a, b] = tied
  if (tied.length !== 2 || !a || !b) return undefined
  if (a.organisations !== undefined && b.organisations !== undefined && a.organisations !== b.organisations) {
    const [more, less] = a.organisations > b.organisations ? [a, b] : [b, a]
    return `Support for “${labelOf(round, more.id)}” comes from ${counted(more.organisations ?? 0, 'organisation')}; for the other from ${less.organisations}.`
  }
  if (a.people !== b.people) {
    const [more, less] = a.people > b.people ? [a, b] : [b, a]
    return `${more.people} people stand behind “${labelOf(round, more.id)}”, ${less.people} behind the other.`
  }
  return undefined
}
