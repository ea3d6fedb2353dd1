import type { RecordRef } from '../../../doc/ids'
import type { DecisionOn, Source } from '../../tool'
import { drafts } from '../collections'
import type { WordingText } from '../wording-text'
import type { Evidence } from './evidence-schema'
import { handsOn } from './handed-on'
import type { Origin } from './origin-schema'
import { tracedPhrases } from './traced-phrases'
import { tracesOf, uniqueRefs } from './traces'

/** What evidence asks of the other tools. */
export interface SourcesReader {
  source(ref: RecordRef): Source | undefined
  decisionsOn(refs: readonly RecordRef[]): readonly DecisionOn[]
}

/** A wording and the hash of what it says. */
export interface ReadWording {
  readonly draftId: string
  readonly text: WordingText
  readonly textHash: string
}

/** Where the words of a wording come from: each phrase with its sources in words, and what was decided about them. */
export function evidenceOf({ draftId, text, textHash }: ReadWording, origins: readonly Origin[], reader: SourcesReader): Evidence {
  const itself = { collection: drafts.name, id: draftId }
  const { traces, lost } = tracesOf(text, origins)
  const phrases = tracedPhrases(text, traces).map(({ text: words, traces: own }) => ({
    words,
    refs: fromElsewhere(
      itself,
      own.flatMap((trace) => trace.refs),
    ),
  }))
  const gone = lost.flatMap((each) => fromElsewhere(itself, each.refs))
  const refs = uniqueRefs([...phrases.flatMap((phrase) => phrase.refs), ...gone])
  const sources = refs.map((ref) => sourceInWords(reader.source(ref), ref))
  const places = new Map(refs.map((ref, place) => [keyOf(ref), place]))
  const placesOf = (own: readonly RecordRef[]) => uniqueRefs(own).flatMap((ref) => places.get(keyOf(ref)) ?? [])

  const told = phrases.map(({ words, refs: own }) => ({ text: words, sources: placesOf([...own].sort(wordingsLast)) }))
  const standing = new Set(told.flatMap((phrase) => phrase.sources))
  const decisions = reader.decisionsOn(uniqueRefs([...refs, itself])).map(({ on, ref, words, outcome, textHash: asked }) => ({
    ref,
    words,
    ...(outcome === undefined ? {} : { outcome }),
    on: placesOf(on),
    ...(on.some((each) => keyOf(each) === keyOf(itself)) ? { isOnWording: true, ...askedOn(asked, textHash) } : {}),
  }))
  return {
    phrases: told,
    sources,
    decisions,
    rewritten: placesOf(gone).filter((place) => !standing.has(place)),
  }
}

function askedOn(asked: string | undefined, textHash: string): Pick<Evidence['decisions'][number], 'isOnTheseWords'> {
  return asked === undefined ? {} : { isOnTheseWords: asked === textHash }
}

/** Words that other wordings had from this one and gave back are its own, and none of those is where they come from. */
function fromElsewhere(itself: RecordRef, refs: readonly RecordRef[]): readonly RecordRef[] {
  const isBack = refs.some((ref) => keyOf(ref) === keyOf(itself))
  return isBack ? refs.filter(({ collection }) => collection !== drafts.name) : refs
}

/** Where words began comes before proposals that brought them, and those before the wordings that handed them on. */
function wordingsLast(a: RecordRef, b: RecordRef): number {
  return rank(a) - rank(b)
}

function rank(ref: RecordRef): number {
  return Number(handsOn(ref)) + Number(ref.collection === drafts.name)
}

function sourceInWords(found: Source | undefined, ref: RecordRef): Evidence['sources'][number] {
  if (!found) return { ref, kind: 'Record', words: 'No longer kept', isGone: true }
  const { kind, words, by, why, isGone } = found
  return { ref, kind, words, ...(by === undefined ? {} : { by }), ...(why === undefined ? {} : { why }), ...(isGone ? { isGone } : {}) }
}

function keyOf({ collection, id }: RecordRef): string {
  return `${collection}/${id}`
}
