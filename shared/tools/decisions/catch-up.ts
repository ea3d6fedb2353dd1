import type { CatchUpWords } from '../tool'

/** What was decided, as a returning person reads it. */
export const decisionsCatchUpWords: CatchUpWords = {
  changed: ({ title, words, by }) => `${title}: ${words ?? ''} (recorded by ${by ?? 'a facilitator'})`,
}
