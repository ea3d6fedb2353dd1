import { headingOf, labelOf } from './agreement'
import type { Concern, ConcernEnding } from './concern-schema'
import { isRefused } from './concern-selectors'

/** What an author's ending says, as the head of a row. */
export const endingWords: Readonly<Record<ConcernEnding, string>> = {
  met: 'Met by a change',
  dissent: 'Recorded as dissent',
  withdrawn: 'Withdrawn',
}

/** The answer that a concern came with, within a sentence, for example `not yet` or `answered Two`. */
export function levelInWords({ method, answer }: Pick<Concern, 'method' | 'answer'>): string {
  return method === 'fist' ? `answered ${labelOf(method, answer)}` : headingOf(method, answer).toLowerCase()
}

/** How a concern stands, in one sentence for print. */
export function standingInWords(concern: Concern): string {
  const { state } = concern
  switch (state.is) {
    case 'open':
      return isRefused(concern) ? 'Open: the change that was linked does not answer it, its author says.' : 'Open: nobody answered it.'
    case 'answered':
      return 'Answered by a change, which its author has not confirmed.'
    case 'closed':
      return closedWords[state.as]
  }
}

const closedWords: Readonly<Record<ConcernEnding, string>> = {
  met: 'Met by a change, its author says.',
  dissent: 'Recorded as dissent: its author still disagrees, and the group may go on.',
  withdrawn: 'Withdrawn by its author.',
}

/** For example `2 open · 1 answered · 0 closed`. */
export function countsInWords(concerns: readonly Pick<Concern, 'state'>[]): string {
  const count = (is: Concern['state']['is']) => concerns.filter(({ state }) => state.is === is).length
  return `${count('open')} open · ${count('answered')} answered · ${count('closed')} closed`
}
