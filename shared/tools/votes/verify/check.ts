/** One thing that was checked in an export, with a sentence for people. */
export interface Check {
  readonly title: string
  /** `not-possible`: the file holds nothing to check it with, and says why. */
  readonly state: 'passed' | 'failed' | 'not-possible'
  readonly words: string
}

const mostNamed = 3

/** A check that passes unless faults were found, which it then names. */
export function checkOf(title: string, faults: readonly string[], passedWords: string): Check {
  if (faults.length === 0) return { title, state: 'passed', words: passedWords }
  const more = faults.length - mostNamed
  const words = [...faults.slice(0, mostNamed), ...(more > 0 ? [`${more} more like this.`] : [])].join(' ')
  return { title, state: 'failed', words }
}

/** A check that the file gives nothing for. */
export function notPossible(title: string, words: string): Check {
  return { title, state: 'not-possible', words }
}

/** The first half of a hash in groups of 4, as people compare it. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')
}
