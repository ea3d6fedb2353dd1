import { type WordRun, wordDifference } from '../../../doc/word-difference'
import { joined, plural } from '../../../doc/words'
import { countWords, plainText } from '../plain-text'
import type { Adoption, DraftId, Review, Statement } from '../schema'
import { keptBlocks } from '../selectors'

/** A version of a statement that is or was in force. */
export interface AdoptedVersion {
  readonly id: DraftId
  readonly version: number
  readonly title: string
  readonly adopted: Adoption
  readonly isInForce: boolean
  readonly reviews: readonly Review[]
  /** What should change and why, as it was said when this version was begun; absent for the first. */
  readonly why?: string
}

/** The adopted versions of a statement up to this wording, the first one first; its own only when it is adopted. */
export function lineageOf(all: readonly Statement[], last: Statement): readonly AdoptedVersion[] {
  const byId = new Map<string, Statement>(all.map((draft) => [draft.id, draft]))
  const versions: AdoptedVersion[] = []
  const seen = new Set<string>()
  for (let at: Statement | undefined = last; at && !seen.has(at.id); ) {
    seen.add(at.id)
    // Another wording of a new version stands beside the draft that was begun as one.
    const begun: Statement = (at.rivalOf === undefined ? undefined : byId.get(at.rivalOf)) ?? at
    const version = versionOf(at, begun.why)
    if (version) versions.unshift(version)
    at = begun.revises === undefined ? undefined : byId.get(begun.revises)
  }
  return versions
}

function versionOf(draft: Statement, why: string | undefined): AdoptedVersion | undefined {
  const { id, version, title, state } = draft
  if (!('adopted' in draft) || !draft.adopted) return undefined
  return {
    id,
    version,
    title,
    adopted: draft.adopted,
    reviews: draft.reviews ?? [],
    isInForce: state === 'adopted',
    ...(why === undefined ? {} : { why }),
  }
}

/** What a version changed in the one before it, word by word. */
export function changesBetween(before: AdoptedVersion, after: AdoptedVersion): readonly WordRun[] {
  return wordDifference(plainText(keptBlocks(before.adopted)), plainText(keptBlocks(after.adopted)))
}

const phrasesTold = 12

/** For example `3 words added, 2 taken out: “a door” became “a bright door”; added “at a family wage”.` */
export function changesInWords(runs: readonly WordRun[]): string {
  const count = (kind: WordRun['kind']) => runs.reduce((sum, run) => sum + (run.kind === kind ? countWords(run.text) : 0), 0)
  const [added, gone] = [count('new'), count('gone')]
  const phrases = changedPhrases(runs)
  if (phrases.length === 0) return 'No word changed.'
  const counts = [added > 0 ? `${plural(added, 'word')} added` : '', gone > 0 ? `${plural(gone, 'word')} taken out` : ''].filter(Boolean)
  const rest = phrases.length - phrasesTold
  const told = [...phrases.slice(0, phrasesTold), ...(rest > 0 ? [`and ${plural(rest, 'more change')}`] : [])]
  return `${joined(counts) || 'Marks and spaces changed'}: ${told.join('; ')}.`
}

function changedPhrases(runs: readonly WordRun[]): readonly string[] {
  return runs.flatMap(({ kind, text }, at): string[] => {
    const next = runs[at + 1]
    if (kind === 'gone') return [next?.kind === 'new' ? `${quoted(text)} became ${quoted(next.text)}` : `took out ${quoted(text)}`]
    return kind === 'new' && runs[at - 1]?.kind !== 'gone' ? [`added ${quoted(text)}`] : []
  })
}

/** The mark that ended the sentence before is no part of a phrase. */
function quoted(text: string): string {
  const phrase = text.replace(/\s+/g, ' ').trim()
  return `“${phrase.replace(/^[.,;:!?…]+ /, '')}”`
}
