import { joined } from '../../../../shared/doc/words'
import type { BodyOf } from '../../../../shared/http/endpoint'
import type { contract } from '../../../../shared/tools/votes/contract'
import type { Round } from '../../../../shared/tools/votes/schema'
import { labelOf } from '../words'
import type { CountedResult } from './measure'
import { type Tie, tiesOf } from './ties'

/** More tied options than this are a new vote. Source: MISSION E8. */
export const mostInRunOff = 4

/**
 * The tie that stands between the group and its decision: first place, or the place at which the list of what is chosen
 * ends. Undefined where there is none, and where all that are tied are chosen.
 */
export function tieToSettle(round: Round, result: CountedResult, chosen: readonly string[]): Tie | undefined {
  return tiesOf(round, result).find((tie) => {
    const taken = tie.filter(({ id }) => chosen.includes(id)).length
    return taken < tie.length && (taken > 0 || tie[0]?.rank === 1)
  })
}

/** A vote of one dot each among the tied options, otherwise on the terms of the vote that ended in the tie. */
export function runOffOf(round: Round, tie: Tie): BodyOf<typeof contract.createRound> {
  const { id, question, secret, facilitatorsVote, stepId, meaning, binding } = round
  const tied = round.options.filter((option) => tie.some((each) => each.id === option.id))
  return {
    question,
    method: 'dots',
    dots: 1,
    maxPerOption: 1,
    options: tied.map(({ label, detail, ref }) => ({ label, ...(detail ? { detail } : {}), ...(ref ? { ref } : {}) })),
    secret,
    facilitatorsVote,
    ...(stepId ? { stepId } : {}),
    ...(meaning ? { meaning } : {}),
    ...(binding ? { binding } : {}),
    after: { roundId: id, as: 'run-off' },
  }
}

/** What happens when the run-off is pressed. */
export function runOffInWords(round: Round, tie: Tie): string {
  const names = joined(tie.map(({ id }) => `“${labelOf(round, id)}”`))
  return `${round.secret ? 'A secret' : 'An open'} vote opens at once on everybody’s screen: 1 dot each, on ${names}.`
}
