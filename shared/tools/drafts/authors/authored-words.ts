import { wordDifference } from '../../../doc/word-difference'
import { countWords } from '../plain-text'
import { inkOf } from '../wording-text'

/** Some characters of a wording and who wrote them; nobody's when they were brought in. */
export interface AuthoredRun {
  readonly text: string
  readonly participantId?: string | undefined
  /** Brought in from the version before. */
  readonly isFromBefore?: boolean
}

/** Brought-in characters apart by whether the version before has them, word by word. */
export function withVersionBefore(runs: readonly AuthoredRun[], before: string): readonly AuthoredRun[] {
  return runs.flatMap((run): readonly AuthoredRun[] => {
    if (run.participantId !== undefined) return [run]
    if (inkOf(before).text.includes(inkOf(run.text).text)) return [{ text: run.text, isFromBefore: true }]
    const pieces: AuthoredRun[] = []
    for (const { kind, text } of wordDifference(before, run.text)) {
      const last = pieces.at(-1)
      // A mark by itself is nothing that two texts share.
      if (last && kind !== 'gone' && !letter.test(text)) pieces[pieces.length - 1] = { ...last, text: last.text + text }
      else if (kind !== 'gone') pieces.push(kind === 'same' ? { text, isFromBefore: true } : { text })
    }
    return pieces
  })
}

const letter = /[\p{L}\p{N}]/u

/** How many words of a wording somebody wrote. */
export interface WordShare {
  /** Absent for words that were brought in. */
  readonly participantId?: string
  readonly isFromBefore?: boolean
  readonly words: number
}

/** How many words each person wrote, most first; a word that two wrote counts for whoever began it. Brought-in words come last. */
export function wordShares(runs: readonly AuthoredRun[]): readonly WordShare[] {
  const shares = new Map<string, WordShare>()
  for (const { participantId, isFromBefore, text } of wholeWords(runs)) {
    const words = countWords(text)
    const key = participantId ?? (isFromBefore ? 'before' : '')
    const whose = { ...(participantId === undefined ? {} : { participantId }), ...(isFromBefore ? { isFromBefore } : {}) }
    if (words > 0) shares.set(key, { ...whose, words: (shares.get(key)?.words ?? 0) + words })
  }
  return [...shares.values()].sort(
    (a, b) => Number(a.participantId === undefined) - Number(b.participantId === undefined) || b.words - a.words,
  )
}

/** The same characters, parted only between words. */
function wholeWords(runs: readonly AuthoredRun[]): readonly AuthoredRun[] {
  const whole: AuthoredRun[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    const isInside = last !== undefined && /\S$/.test(last.text)
    const end = isInside ? run.text.search(/\s/) : 0
    const tail = end < 0 ? run.text : run.text.slice(0, end)
    if (last && tail !== '') whole[whole.length - 1] = { ...last, text: last.text + tail }
    const rest = run.text.slice(tail.length)
    if (rest !== '') whole.push({ ...run, text: rest })
  }
  return whole
}
