import { drafts } from './collections'
import type { Evidence, EvidencePhrase, EvidenceSource } from './evidence-schema'

/** For example `Note “One door” (Amara Okafor)`; without the name where a reader left names out. */
export function sourceInWords({ kind, words, by, isGone }: EvidenceSource, names = true): string {
  const who = by !== undefined && names ? ` (${by})` : ''
  return `${kind} “${words}”${who}${isGone ? ', deleted since' : ''}`
}

/** Where a phrase comes from, one entry for each source; `Written fresh` where it has none. */
export function phraseInWords({ sources }: Evidence, phrase: EvidencePhrase, names = true): readonly string[] {
  const own = phrase.sources.flatMap((place) => sources[place] ?? [])
  if (own.length === 0) return ['Written fresh']
  const isOnlyWordings = own.every(({ ref }) => ref.collection === drafts.name)
  return own.map((source) => `${sourceInWords(source, names)}${isOnlyWordings ? ', written fresh there' : ''}`)
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

/** How much of a text has a source, for example `5 of 7 phrases have a source; 2 were written fresh`. */
export function coverageInWords({ phrases }: Evidence): string {
  const fresh = phrases.filter(({ sources }) => sources.length === 0).length
  if (fresh === phrases.length) return 'All of it was written fresh.'
  if (fresh === 0) return 'Every phrase has a source.'
  return `${phrases.length - fresh} of ${phrases.length} phrases have a source; the rest was written fresh.`
}
