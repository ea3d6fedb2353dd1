import { joined, plural } from '../../../doc/words'
import type { Evidence, EvidencePhrase, EvidenceSource } from './evidence-schema'
import { handsOn } from './handed-on'

/** For example `Note “One door” (Amara Okafor)`; without the name where a reader left names out. */
export function sourceInWords({ kind, words, by, why, isGone }: EvidenceSource, names = true): string {
  const who = by !== undefined && names ? ` (${by})` : ''
  return `${kind} “${words}”${who}${why === undefined ? '' : `, because “${why}”`}${isGone ? ', deleted since' : ''}`
}

/** Where a phrase comes from, one entry for each source; `Written fresh` where it has none. */
export function phraseInWords(evidence: Evidence, phrase: EvidencePhrase, names = true): readonly string[] {
  const own = sourcesOfPhrase(evidence, phrase)
  if (own.length === 0) return ['Written fresh']
  const [only, ...others] = own.map((source) => sourceInWords(source, names))
  if (only === undefined || !isWrittenFresh(evidence, phrase)) return own.map((source) => sourceInWords(source, names))
  return others.length === 0 ? [`${only}, written fresh there`] : [only, ...others, 'From no note']
}

export function sourcesOfPhrase({ sources }: Evidence, phrase: EvidencePhrase): readonly EvidenceSource[] {
  return phrase.sources.flatMap((place) => sources[place] ?? [])
}

/** Whether a phrase goes back to nothing but wordings and proposed ones: somebody wrote it there, or here. */
export function isWrittenFresh(evidence: Evidence, phrase: EvidencePhrase): boolean {
  return sourcesOfPhrase(evidence, phrase).every(({ ref }) => handsOn(ref))
}

/** What was decided about a phrase's sources. */
export function decisionsOnPhrase({ decisions }: Evidence, phrase: EvidencePhrase): Evidence['decisions'] {
  return decisions.filter(({ on }) => on.some((place) => phrase.sources.includes(place)))
}

/** For example `Dot vote: Which matter most? “One door” came 1 of 5.` or `Fist to five: May we go on? On an earlier wording. Not passed. Fist 1.` */
export function decisionInWords({ words, outcome, isOnTheseWords }: Evidence['decisions'][number]): string {
  const on = isOnTheseWords === undefined ? '' : isOnTheseWords ? 'On exactly these words.' : 'On an earlier wording.'
  if (!outcome && on === '') return words
  return [/[.?!]$/.test(words) ? words : `${words}.`, on, outcome ? `${outcome}.` : ''].filter((part) => part !== '').join(' ')
}

/** Of the whole text, for example `In the whole text, 5 of 7 phrases go back to notes or votes; the rest was written fresh.` */
export function coverageInWords(evidence: Evidence): string {
  const { length } = evidence.phrases
  const fresh = evidence.phrases.filter(({ sources }) => sources.length === 0).length
  const handedOn = evidence.phrases.filter((phrase) => phrase.sources.length > 0 && isWrittenFresh(evidence, phrase)).length
  const traced = length - fresh - handedOn
  if (fresh === length) return 'The whole text was written fresh.'
  if (traced === length) return 'In the whole text, every phrase goes back to notes or votes.'
  if (handedOn === 0)
    return `In the whole text, ${traced} of ${length} phrases ${goes(traced)} back to notes or votes; the rest was written fresh.`
  const parts = [
    traced > 0 ? `${traced} ${goes(traced)} back to notes or votes` : '',
    `${handedOn} ${handedOn === 1 ? 'was' : 'were'} taken from an earlier version, from another wording or from a proposal`,
    fresh > 0 ? `${fresh} ${fresh === 1 ? 'was' : 'were'} written fresh` : '',
  ]
  return `Of the ${plural(length, 'phrase')} in the whole text, ${joined(parts.filter(Boolean))}.`
}

function goes(count: number): string {
  return count === 1 ? 'goes' : 'go'
}
