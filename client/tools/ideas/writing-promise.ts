import type { IdeaMode } from '../../../shared/tools/ideas/schema'

/** What is promised to who writes a note now; undefined while notes go straight to the board. */
export function writingPromise(mode: Pick<IdeaMode, 'writing' | 'anonymous'>): string | undefined {
  if (mode.writing === 'open') return undefined
  return mode.anonymous ? 'Only you see it until the reveal. No name is ever shown.' : 'Only you see it until the reveal.'
}
