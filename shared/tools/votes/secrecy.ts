import { plural } from '../../doc/words'

/** Secret rounds: with fewer ballots than this nothing but their number is said. Source: THREATS I14. */
export const fewestSecretBallots = 3

/** Secret rounds: breadth and single ballots are published only from this many voters on. Source: THREATS I14, DESIGN section 5. */
export const fewestForBreadth = 5

/** What the facilitator of a secret vote should know before opening it; undefined where enough people may vote. */
export function tooFewInWords(
  voters: number,
  { secret, facilitatorsVote }: { readonly secret: boolean; readonly facilitatorsVote: boolean },
) {
  if (!secret || voters >= fewestSecretBallots) return undefined
  const who = voters === 0 ? 'Nobody can vote yet' : `Only ${plural(voters, 'person', 'people')} can vote so far`
  const ways = ['Wait until more have joined', ...(facilitatorsVote ? [] : ['let facilitators vote too'])]
  return `${who}, and a secret vote gives no totals below ${fewestSecretBallots} ballots. ${ways.join(', ')} or make it an open vote.`
}

/** What becomes of the words with an answer to a secret check, for whoever is about to write some. */
export function reasonKeptInWords(eligible: number): string {
  if (eligible >= fewestForBreadth)
    return `If ${fewestForBreadth} or more people answer, the group reads it without your name; otherwise nobody does.`
  return `Only ${plural(eligible, 'person is', 'people are')} asked. Unless ${fewestForBreadth} or more answer, the group never reads this, not even without your name.`
}
