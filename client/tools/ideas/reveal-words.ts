import { countWords } from '../../../shared/tools/ideas/selectors'

/** What a facilitator presses: `Reveal 12 notes`; without a count while nobody has written. */
export function revealWords(count: number): string {
  return count === 0 ? 'Reveal notes' : `Reveal ${countWords(count, 'note')}`
}
