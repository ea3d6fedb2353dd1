import { z } from 'zod'

const Words = z.array(z.string())
const keyOf = (workshopId: string) => `convene:left-words:${workshopId}`

/** Keeps what was not saved when somebody had to leave, for as long as their tab lives: a reload must not lose it. */
export function keepLeftWords(workshopId: string, words: readonly string[]): void {
  if (words.length === 0) return
  try {
    sessionStorage.setItem(keyOf(workshopId), JSON.stringify(words))
  } catch {
    // A browser that keeps nothing still shows them now.
  }
}

/** What was kept in this tab; nothing when there is none. */
export function leftWords(workshopId: string): readonly string[] {
  try {
    return Words.parse(JSON.parse(sessionStorage.getItem(keyOf(workshopId)) ?? '[]'))
  } catch {
    return []
  }
}
