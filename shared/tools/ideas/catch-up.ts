import { plural } from '../../doc/words'
import type { CatchUpWords } from '../tool'

/** What came to the boards, as a returning person reads it. */
export const ideasCatchUpWords: CatchUpWords = {
  changed: ({ title, counts = {} }) => `${plural(counts.notes ?? 0, 'new note')} in “${title}”.`,
}
