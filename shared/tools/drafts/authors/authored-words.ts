import { countWords } from '../plain-text'

/** Some characters of a wording and who wrote them; nobody's when they were brought in. */
export interface AuthoredRun {
  readonly text: string
  readonly participantId?: string | undefined
}

/** How many words of a wording somebody wrote. */
export interface WordShare {
  /** Absent for words that were brought in. */
  readonly participantId?: string
  readonly words: number
}

/** How many words each person wrote, most first; a word that two wrote counts for whoever began it. Brought-in words come last. */
export function wordShares(runs: readonly AuthoredRun[]): readonly WordShare[] {
  const counts = new Map<string | undefined, number>()
  for (const { participantId, text } of wholeWords(runs)) {
    const words = countWords(text)
    if (words > 0) counts.set(participantId, (counts.get(participantId) ?? 0) + words)
  }
  const shares = [...counts].map(([participantId, words]) => (participantId === undefined ? { words } : { participantId, words }))
  return shares.sort((a, b) => Number(a.participantId === undefined) - Number(b.participantId === undefined) || b.words - a.words)
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
