import { agreementMethodLabels, fistLabels, gradientLabels } from '../../../content/agreement-words'
import { plural } from '../../../doc/words'
import type { Agreement, Participation } from '../schema'
import { answerInWords } from '../words'

/** How an adopted wording was asked about: method, how many answered, the spread, and who took part by organisation. */
export function standingInWords(agreement: Agreement, names: boolean): readonly string[] {
  return [askedInWords(agreement), spreadInWords(agreement), participationInWords(agreement, names)].filter((sentence) => sentence !== '')
}

function askedInWords({ method, answered, eligible, passed, verdict }: Agreement): string {
  const label = agreementMethodLabels[method] ?? method
  return `${label}: ${answered} of ${eligible} answered on this text. Its rule was ${passed ? 'met' : 'not met'}.${verdict === undefined ? '' : ` ${verdict}`}`
}

/** Answers that are numbers, by what the form calls each. */
const scales: Readonly<Record<string, readonly string[]>> = { fist: fistLabels, gradients: ['', ...gradientLabels] }

/** People per answer, never an average. Answers that nobody gave are left out. */
function spreadInWords({ method, levels }: Agreement): string {
  const given = levels.filter(({ people }) => people > 0)
  if (given.length === 0) return ''
  const scale = scales[method]
  if (!scale) return `Answers: ${given.map(({ answer, people }) => `${answerInWords(method, answer)} ${people}`).join(', ')}.`
  // Beside a number or a long phrase a bare count could be taken for part of it.
  const who = (people: number, place: number) => (place === 0 ? plural(people, 'person', 'people') : people)
  return `${given.map(({ answer, people }, place) => `${who(people, place)} answered “${scale[Number(answer)] ?? answer}”`).join(', ')}.`
}

/** Where names are left out, an organisation with fewer people would name them all the same. */
const fewestWithoutNames = 3

/** Everybody who was asked is in one of the counts, so that they add up to the turnout. */
function participationInWords({ participation: parts = [], secret }: Agreement, names: boolean): string {
  const told = parts.filter(({ organisation, eligible }) => organisation !== undefined && (names || eligible >= fewestWithoutNames))
  const rest = parts.filter((part) => !told.includes(part))
  if (told.length === 0) return ''
  const sum = (of: (part: Participation) => number) => rest.reduce((total, part) => total + of(part), 0)
  // Where nobody is counted together with others, the rest are those who named none.
  const unnamed = names && secret === false ? 'no organisation given' : 'others'
  const others = rest.length > 0 ? [`${unnamed} ${sum(({ answered }) => answered)} of ${sum(({ eligible }) => eligible)}`] : []
  const counts = told.map(({ organisation, answered, eligible }) => `${organisation} ${answered} of ${eligible}`)
  return `Answered, by organisation: ${[...counts, ...others].join(', ')}.`
}
