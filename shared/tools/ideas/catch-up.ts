import { plural } from '../../doc/words'
import type { CatchUpWords } from '../tool'

/** What came to the boards, as a returning person reads it. */
export const ideasCatchUpWords: CatchUpWords = {
  changed: ({ kind, title, counts = {} }) =>
    kind === 'ideas/revealed'
      ? `The notes written alone in “${title}” were revealed.`
      : `${plural(counts.notes ?? 0, 'new note')} in “${title}”.`,
}
