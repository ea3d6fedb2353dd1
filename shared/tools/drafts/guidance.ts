import { type AutoCheck, type KindGuide, kindGuides } from '../../content/statement-guide'
import { plural } from '../../doc/words'
import { countWords, wordsOf } from './plain-text'
import type { StatementKind } from './schema'

/** What a kind of statement is called. */
export const kindLabels: Readonly<Record<StatementKind, string>> = {
  vision: 'Vision',
  mission: 'Mission',
  value: 'Guiding principle',
  goal: 'Goal',
  objective: 'Objective',
  name: 'Name',
  agreement: 'Working agreement',
  other: 'Wording',
}

/** What a statement of this kind is called in the middle of a sentence, for example on a button. */
export function nounOf(kind: StatementKind): string {
  return kind === 'agreement' ? 'agreement' : kindLabels[kind].toLowerCase()
}

/** The guide for a kind; undefined for kinds that the guide leaves to the group. */
export function guideFor(kind: StatementKind): KindGuide | undefined {
  return kindGuides.find((guide) => guide.id === kind)
}

/** One thing to look at. `open` is a hint and never stops anybody; `judge` is for people to say. */
export interface Hint {
  readonly id: string
  readonly text: string
  readonly state: 'good' | 'open' | 'judge'
  /** What was found, for example `58 words, 40 at most`. */
  readonly found?: string
}

/**
 * The guide's criteria for a wording, those that can be counted already answered.
 *
 * @param text plain text, see `plainText`
 * @param siblings how many statements of this kind there are
 */
export function hintsFor(kind: StatementKind, text: string, siblings: number): readonly Hint[] {
  const hints = (guideFor(kind)?.criteria ?? []).map(({ id, text: criterion, auto }): Hint => {
    const found = auto && countWords(text) > 0 ? findings(auto, text, siblings) : undefined
    if (found === undefined) return { id, text: criterion, state: 'judge' }
    return found.length === 0 ? { id, text: criterion, state: 'good' } : { id, text: criterion, state: 'open', found: found.join('; ') }
  })
  return hints
}

/** For example `29 words`, with the guide's range when the wording is outside it. */
export function lengthInWords(kind: StatementKind, words: number): string {
  const [least = 0, most = Number.POSITIVE_INFINITY] = guideFor(kind)?.lengthHint.words ?? []
  const count = plural(words, 'word')
  return words === 0 || (words >= least && words <= most) ? count : `${count}, ${least} to ${most} read best`
}

/** The guide's length in words, for example `1 or 2 sentences, 8 to 40 words`. */
export function lengthHint(kind: StatementKind): string | undefined {
  const hint = guideFor(kind)?.lengthHint
  if (!hint) return undefined
  const [few, many] = hint.sentences
  const sentences =
    few === many ? (few === 1 ? '1 sentence' : `${few} sentences`) : `${few} ${many - few > 1 ? 'to' : 'or'} ${many} sentences`
  return `${sentences}, ${hint.words[0]} to ${hint.words[1]} words`
}

function findings(auto: AutoCheck, text: string, siblings: number): string[] {
  const found: string[] = []
  const words = countWords(text)
  const sentences = countSentences(text)
  if (auto.maxWords !== undefined && words > auto.maxWords) found.push(`${plural(words, 'word')}, ${auto.maxWords} at most`)
  if (auto.maxSentences !== undefined && sentences > auto.maxSentences) found.push(plural(sentences, 'sentence'))
  if (auto.maxItems !== undefined && siblings > auto.maxItems) found.push(`${siblings} of them`)
  if (auto.flagAllCaps) {
    const capitals = [...new Set(wordsOf(text).filter((word) => /^\p{Lu}{2,}s?$/u.test(word)))]
    if (capitals.length > 0) found.push(`In capitals: ${capitals.slice(0, 5).join(', ')}`)
  }
  if (auto.needsNumber && !/\d/.test(text)) found.push('No number yet')
  if (auto.needsDate && !hasDate(text)) found.push('No date yet')
  return found
}

/** Sentences by their closing marks; a line without one is a sentence too. */
/** Lines that end without a mark, as those of a list do, are one sentence together. */
function countSentences(text: string): number {
  return text.split(/(?<=[.!?…。؟])\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part)).length
}

function hasDate(text: string): boolean {
  const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
  return /\b(?:19|20|21)\d{2}\b|\b\d{1,2}[./]\d{1,2}\b/.test(text) || new RegExp(`\\b(?:${months})[a-z]*\\b`, 'i').test(text)
}
