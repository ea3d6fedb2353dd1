import { joined } from '../../../../shared/doc/words'
import { methodLabels } from '../../../../shared/tools/votes/methods'
import type { Round, RoundRule } from '../../../../shared/tools/votes/schema'
import { untilWords } from '../late/until-words'
import { capital, meaningLabels, taskInWords } from '../words'

/** One of the things that a round has fixed. */
interface TermRow {
  readonly term: string
  readonly words: string
}

/** The terms of a round as its ballot prints them. */
export function termRows(round: Round): readonly TermRow[] {
  const { method, meaning, secret, rule, after, awaits = [], untilMs } = round
  const passes = ruleInWords(rule)
  return [
    { term: 'How we choose', words: `${methodLabels[method]}: ${budgetInWords(round)}${taskInWords(round)}.` },
    ...(meaning ? [{ term: `${meaningLabels[method] ?? 'Your answer'} means`, words: meaning }] : []),
    { term: 'Who sees who chose what', words: secret ? 'Nobody: totals only, ever.' : 'Everybody: names are shown at the end.' },
    ...(passes ? [{ term: 'What it takes', words: passes }] : []),
    { term: 'Who may vote', words: votersInWords(round) },
    ...(awaits.length > 0 ? [{ term: 'Provisional while missing', words: `${capital(joined(awaits))}.` }] : []),
    ...(untilMs ? [{ term: 'Late answers', words: `Until ${untilWords(untilMs)}.` }] : []),
    ...(after ? [{ term: 'Follows', words: followed[after.as] }] : []),
  ]
}

/** What each person has, where the task does not say it. */
function budgetInWords({ method, dots: budget, maxPerOption }: Round): string {
  return (method === 'dots' || method === 'budget') && maxPerOption < budget ? `${budget.toLocaleString('en')} each, ` : ''
}

/** Threshold and quorum in words; empty where a round has neither. */
function ruleInWords({ threshold, quorum, oneVotePer }: RoundRule): string {
  return [
    threshold ? `${thresholds[threshold]} of the votes.` : '',
    quorum ? `At least ${Math.round(quorum * 100)} % of those who may vote must take part.` : '',
    oneVotePer === 'organisation' ? 'Each organisation has one vote, which its people share.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function votersInWords({ binding, facilitatorsVote }: Round): string {
  const who = binding ? 'Only people let in at the door, by the passphrase, or with a personal invite' : 'Everybody who takes part'
  return `${who}, ${facilitatorsVote ? 'facilitators too' : 'without facilitators'}.`
}

const thresholds = { 'more-than-half': 'More than half', 'two-thirds': 'Two thirds', 'three-quarters': 'Three quarters' } as const

const followed = {
  again: 'An earlier vote, with the same options again.',
  'run-off': 'A tie in an earlier vote, on the tied options only.',
  late: 'An earlier vote, for people who were not there.',
} as const
