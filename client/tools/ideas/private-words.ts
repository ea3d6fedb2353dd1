import { countWords } from '../../../shared/tools/ideas/selectors'

/** What waits for the reveal: `4 private notes`; to a person who wrote some of them, `2 of yours, 2 of others, private`. */
export function privateWords(all: number, mine: number): string {
  if (mine === 0) return countWords(all, 'private note')
  const others = all - mine
  // The count comes from the server and may be behind one's own notes.
  return others > 0 ? `${mine} of yours, ${others} of others, private` : `${mine} of yours, private`
}
