import { plural } from '../../../doc/words'
import type { RoundExport } from '../round-export'
import { standsOn } from '../standing-answers'
import { entriesOf } from './chain'
import { type Check, checkOf } from './check'

const title = 'Answers and words'

/**
 * Whether exactly those answers were counted that stood on the words as they were at the close, and the changes marked as none
 * of the sense are those in the chain. Nothing for rounds in which no answer lapsed and nothing was marked.
 */
export function checkLapsed(file: RoundExport): readonly Check[] {
  const { result, marks = [], ballots, terms } = file
  const { lapsed = 0 } = result
  if (lapsed === 0 && marks.length === 0 && ballots.every((ballot) => !ballot.lapsed)) return []
  const marked = entriesOf(file, 'vote/sense-marked').map(({ payload: { from, to } }) => `${from} ${to}`)
  const count = ballots.filter((ballot) => ballot.lapsed).length
  const faults = [
    ...(marks.map(({ from, to }) => `${from} ${to}`).join() === marked.join()
      ? []
      : ['The changes marked as no change of sense are not those that the chain records.']),
    ...(ballots.length === 0 || count === lapsed
      ? []
      : [`The result says that ${lapsed} answers had lapsed, and the file marks ${count}.`]),
    ...(terms.secret ? [] : wrongAnswers(file)),
  ]
  const words = terms.secret ? '' : ' Each counted answer stood on the words as they were then, and no other did.'
  return [
    checkOf(title, faults, `${plural(lapsed, 'answer')} had lapsed at the close and ${lapsed === 1 ? 'is' : 'are'} not counted.${words}`),
  ]
}

function wrongAnswers({ result: { answers = [], earlier = [], textHash }, marks = [] }: RoundExport): readonly string[] {
  const wrong = [
    ...answers.filter((answer) => !standsOn(answer, textHash, marks)),
    ...earlier.filter((answer) => standsOn(answer, textHash, marks)),
  ]
  return wrong.length === 0 ? [] : [`${plural(wrong.length, 'answer')} counted, or left out, against the words that they were given on.`]
}
