import { canonicalJson } from '../../../doc/canonical-json'
import { sha256Hex } from '../../../doc/sha256'
import { plural } from '../../../doc/words'
import type { RoundExport } from '../round-export'
import { entryOf } from './chain'
import { type Check, checkOf, shortHash } from './check'

/** Whether what was voted on is what was fixed when the vote opened. */
export function checkTerms(file: RoundExport): Check {
  // Rounds opened by the first versions were hashed in the order in which their fields were written.
  const hashes = [canonicalJson(file.terms), JSON.stringify(file.terms)].map(sha256Hex)
  const isSame = hashes.includes(file.termsHash) && file.termsHash === entryOf(file, 'vote/opened')?.payload.termsHash
  const options = file.terms.options.length > 0 ? `, ${plural(file.terms.options.length, 'option')}` : ''
  return checkOf(
    'Question, options and rule',
    isSame ? [] : ['The question, an option, the dots for each person or the rule is not what was fixed when the vote opened.'],
    `The question${options}, the dots for each person and the rule are those fixed when the vote opened: ${shortHash(file.termsHash)}.`,
  )
}

/** Whether the result is the one that was written down in the act that closed the vote. */
export function checkResult(file: RoundExport): Check {
  const hash = sha256Hex(JSON.stringify(file.result))
  return checkOf(
    'The result',
    hash === entryOf(file, 'vote/closed')?.payload.resultHash ? [] : ['The result is not the one recorded when the vote closed.'],
    `The result, down to its last number, is the one recorded when the vote closed: ${shortHash(hash)}.`,
  )
}

/** Whether the numbers of voters agree with one another, with the close, and with the people whose ballots the chain records. */
export function checkTurnout(file: RoundExport): Check {
  const { turnout, result, ballots, chain } = file
  const { eligible, begun, done } = turnout
  const casters = new Set(chain.flatMap((entry) => ('kind' in entry && entry.kind === 'vote/cast' ? [entry.payload.participantId] : [])))
    .size
  const closed = JSON.stringify(entryOf(file, 'vote/closed')?.payload.turnout)
  const setAside = casters - begun
  const { lapsed = 0 } = result
  const aside =
    setAside > 0
      ? ` ${plural(setAside, 'ballot was', 'ballots were')} set aside before the close, because the voter was removed or had a second seat.`
      : ''
  const late = lapsed > 0 ? `, ${lapsed} of which did not stand on the words as they were at the close` : ''
  return checkOf(
    'Turnout',
    [
      ...(closed === JSON.stringify(turnout) ? [] : ['The turnout is not the one recorded when the vote closed.']),
      ...(begun <= eligible && done <= begun && result.voters + lapsed <= begun ? [] : ['More people voted than could.']),
      ...(setAside >= 0 ? [] : [`The chain records ballots of ${plural(casters, 'person', 'people')}, and the turnout says ${begun}.`]),
      ...(ballots.length === 0 || ballots.length === result.voters + lapsed
        ? []
        : [`The result has ${plural(result.voters + lapsed, 'ballot')}, and the file holds ${ballots.length}.`]),
    ],
    `${begun} of ${plural(eligible, 'person', 'people')} cast a ballot, ${result.voters + lapsed} of them with something on it${late}; the chain records ballots of ${casters}.${aside}`,
  )
}
