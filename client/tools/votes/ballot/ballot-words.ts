import type { Round } from '../../../../shared/tools/votes/schema'
import { untilWords } from '../late/until-words'

/** `1 dot`, `2 dots`. */
export function dots(count: number): string {
  return `${count} dot${count === 1 ? '' : 's'}`
}

/** Of a dot vote: `up to 2 dots on one option`, else `5 dots each`. */
export function dotsTask({ dots: budget, maxPerOption }: Pick<Round, 'dots' | 'maxPerOption'>): string {
  return maxPerOption < budget ? `up to ${dots(maxPerOption)} on one option` : `${dots(budget)} each`
}

/** What a running round is called. */
export function openWords({ untilMs }: Pick<Round, 'untilMs'>): string {
  return untilMs ? 'Late answers' : 'Voting is open'
}

/** What a voter must know before voting, in one line. */
export function termsLine({ secret, untilMs }: Pick<Round, 'secret' | 'untilMs'>, task: string): string {
  const ballot = secret ? 'Secret vote' : 'Open vote: names are shown at the end'
  const until = untilMs ? `Until ${untilWords(untilMs)} · ` : ''
  return until + (task ? `${ballot} · ${task}` : ballot)
}

/** `A dot means: Most important to us`; undefined where the facilitator said nothing. */
export function meansLine(what: string, { meaning }: Pick<Round, 'meaning'>): string | undefined {
  return meaning ? `${what} means: ${meaning}` : undefined
}
