import { drafts } from '../collections'
import type { Evidence, EvidencePhrase, EvidenceSource } from './evidence-schema'

/** For example `Note “One door” (Amara Okafor)`; without the name where a reader left names out. */
export function sourceInWords({ kind, words, by, isGone }: EvidenceSource, names = true): string {
  const who = by !== undefined && names ? ` (${by})` : ''
  return `${kind} “${words}”${who}${isGone ? ', deleted since' : ''}`
}

/** Where a phrase comes from, one entry for each source; `Written fresh` where it has none. */
export function phraseInWords(evidence: Evidence, phrase: EvidencePhrase, names = true): readonly string[] {
  const own = sourcesOfPhrase(evidence, phrase)
  if (own.length === 0) return ['Written fresh']
  const isFresh = isWrittenFresh(evidence, phrase)
  return own.map((source) => `${sourceInWords(source, names)}${isFresh ? ', written fresh there' : ''}`)
}

export function sourcesOfPhrase({ sources }: Evidence, phrase: EvidencePhrase): readonly EvidenceSource[] {
  return phrase.sources.flatMap((place) => sources[place] ?? [])
}

/** Whether a phrase goes back to nothing but wordings: somebody wrote it there, or here. */
export function isWrittenFresh(evidence: Evidence, phrase: EvidencePhrase): boolean {
  return sourcesOfPhrase(evidence, phrase).every(({ ref }) => ref.collection === drafts.name)
}

/** What was decided about a phrase's sources. */
export function decisionsOnPhrase({ decisions }: Evidence, phrase: EvidencePhrase): Evidence['decisions'] {
  return decisions.filter(({ on }) => on.some((place) => phrase.sources.includes(place)))
}

/** For example `Dot vote: Which matter most? “One door” came 1 of 5.` */
export function decisionInWords({ words, outcome }: Evidence['decisions'][number]): string {
  if (!outcome) return words
  return `${/[.?!]$/.test(words) ? words : `${words}.`} ${outcome}.`
}

/** How much of a text goes back to something, for example `5 of 7 phrases go back to notes or votes; the rest was written fresh.` */
export function coverageInWords(evidence: Evidence): string {
  const { length } = evidence.phrases
  const fresh = evidence.phrases.filter((phrase) => isWrittenFresh(evidence, phrase)).length
  if (fresh === length) return 'All of it was written fresh.'
  if (fresh === 0) return 'Every phrase goes back to notes or votes.'
  const traced = length - fresh
  return `${traced} of ${length} phrases ${traced === 1 ? 'goes' : 'go'} back to notes or votes; the rest was written fresh.`
}
