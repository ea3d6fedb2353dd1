import { plural } from '../../doc/words'
import type { Breakdown, OptionResult, Round, RoundAfter, RoundResult, SplitVote } from './schema'
import { shortHash } from './verify/check'

/** How ballots become a result. Source: decision-methods.json and `tally`. */
const counting: Record<Round['method'], string> = {
  dots: 'All dots of an option are added up.',
  approval: 'Each approval is one vote; an option’s votes are added up.',
  score: 'The scores of an option are added up; who gave none counts as 0.',
  rank: 'Counted in rounds: while no option is the first choice of more than half, those with the fewest leave together and their ballots go to the next choice.',
  matrix: 'Impact less effort, both as the mean of those who rated the option.',
  budget: 'All money put on an option is added up.',
  majority: 'One vote each.',
  resonance: 'Answers are counted as they are.',
  gradients: 'Answers are counted as they are.',
  fist: 'Answers are counted as they are.',
  consent: 'Answers are counted as they are.',
}

/** How a round was counted, and under which fixed terms. */
export function countingInWords({ method, rule, termsHash }: Round): string {
  const votes =
    method === 'majority' && rule.oneVotePer === 'organisation' ? 'One vote for each organisation, shared by its people.' : counting[method]
  return `How it was counted: ${votes}${termsHash ? ` Fixed when it opened: ${shortHash(termsHash)}.` : ''}`
}

/** How the people came in whose ballots were counted. */
export function identityInWords(identity: NonNullable<RoundResult['identity']>): string {
  switch (identity) {
    case 'open-link':
      return 'Some voters came in by an open link or code, which proves nobody’s identity.'
    case 'lobby':
      return 'All voters were let in at the door, by a person or by the passphrase, or came by a personal invite.'
    case 'personal-invite':
      return 'All voters came by a personal invite.'
  }
}

/** How a round follows an earlier one, by that one’s question. */
export function afterInWords(as: RoundAfter['as'], question: string): string {
  switch (as) {
    case 'again':
      return `The same vote again, after “${question}”.`
    case 'run-off':
      return `A run-off among the tied options of “${question}”.`
    case 'late':
      return `Answers of those who were absent from “${question}”.`
  }
}

/** Near-identical options that together would have won. */
export function splitInWords(round: Pick<Round, 'options'>, { optionIds, together, first }: SplitVote): string {
  const names = optionIds.map((id) => `“${round.options.find((option) => option.id === id)?.label ?? id}”`).join(' and ')
  return `${names} read nearly alike. Together they would have ${together}, and first place has ${first}.`
}

/** Whether first place hangs on one organisation; names none. */
export function marginInWords({ margin, options = [] }: RoundResult): string {
  const first = options.some(({ rank, tied }) => rank === 1 && tied) ? 'The tie for first place' : 'First place'
  return margin === 'stands'
    ? `${first} stands whichever single organisation’s ballots are taken away.`
    : `${first} would change if one organisation’s ballots were taken away.`
}

/** How many people gave an option what, for example `2 gave 1, 1 gave 3`; all others gave nothing. */
export function spreadInWords({ spread = [], polarised }: OptionResult): string {
  const given = spread.flatMap((people, value) => (people > 0 && value > 0 ? [`${people} gave ${value}`] : []))
  return [...given, ...(polarised ? ['far apart'] : [])].join(', ')
}

/** What a group gave, for example `Intake 3, Council hidden`. */
export function groupInWords(labels: readonly string[], counts: Breakdown['groups'][number]['counts']): string {
  const said = labels.flatMap((label, place) => {
    const count = counts[place]
    return count === 0 || count === undefined ? [] : [`${label} ${count ?? 'hidden'}`]
  })
  return said.length > 0 ? said.join(', ') : 'none'
}

/** `7 voters`, or that it is hidden. */
export function votersInWords(voters: number | null): string {
  return voters === null ? 'hidden' : plural(voters, 'voter')
}
