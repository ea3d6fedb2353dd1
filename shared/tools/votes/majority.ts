import { plural } from '../../doc/words'
import { fractionInWords, type OrganisationVotes, unnamed } from './organisation-votes'
import type { Round, Verdict } from './schema'
import type { Tally } from './tally'

const shares = {
  'more-than-half': { parts: [1, 2], words: 'more than half of them' },
  'two-thirds': { parts: [2, 3], words: 'two thirds of them' },
  'three-quarters': { parts: [3, 4], words: 'three quarters of them' },
} as const

/**
 * Whether a majority vote passed, with its arithmetic in words.
 *
 * In a secret round with one vote for each organisation the fractions stay unsaid: their denominators would tell how each
 * organisation voted.
 */
export function majorityVerdict(
  { rule, options, secret }: Pick<Round, 'rule' | 'options' | 'secret'>,
  counted: Tally,
  voters: number,
  eligible: number,
): Verdict {
  const quorum = Math.ceil((rule.quorum ?? 0) * eligible)
  const quorumMet = voters >= quorum && voters > 0
  const [leader] = counted.options
  const place = options.findIndex(({ id }) => id === leader?.id)
  const label = options[place]?.label ?? ''
  const lead = counted.organisationVotes
    ? leadOfOrganisations(counted.organisationVotes, place, label, rule.threshold, secret)
    : leadOfPeople(leader?.dots ?? 0, voters, label, rule.threshold)
  const words = leader?.tied ? 'First place is a tie.' : lead.words
  return {
    passed: quorumMet && leader !== undefined && !leader.tied && lead.enough,
    quorumMet,
    words: `${voters} of ${plural(eligible, 'person', 'people')} voted; at least ${quorum} must. ${words}`,
  }
}

interface Lead {
  readonly enough: boolean
  readonly words: string
}

function leadOfPeople(votes: number, voters: number, label: string, threshold: Round['rule']['threshold']): Lead {
  const [numerator, denominator] = shares[threshold ?? 'more-than-half'].parts
  const floor = Math.floor((voters * numerator) / denominator)
  const exact = (voters * numerator) % denominator === 0
  const needed = threshold === undefined || threshold === 'more-than-half' || !exact ? floor + 1 : floor
  return { enough: votes >= needed, words: `“${label}” has ${votes} of ${plural(voters, 'vote')} and needs at least ${needed}.` }
}

function leadOfOrganisations(
  { of, votes, shares: houses }: OrganisationVotes,
  place: number,
  label: string,
  threshold: Round['rule']['threshold'],
  secret: boolean,
): Lead {
  const asked = threshold ?? 'more-than-half'
  const {
    parts: [numerator, denominator],
    words,
  } = shares[asked]
  const own = votes[place] ?? 0n
  const [have, need] = [own * BigInt(denominator), BigInt(houses.size) * of * BigInt(numerator)]
  const enough = asked === 'more-than-half' ? have > need : have >= need
  const rule = `Each organisation has one vote${houses.has(unnamed) ? '; people without one share one' : ''}.`
  if (secret) return { enough, words: `${rule} “${label}” comes first and ${enough ? 'has' : 'does not have'} ${words}.` }
  return { enough, words: `${rule} “${label}” has ${fractionInWords(own, of)} of ${houses.size} and needs ${words}.` }
}
