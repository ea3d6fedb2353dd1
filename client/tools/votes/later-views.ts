import { BetweenVotes } from './BetweenVotes'

/**
 * The screens around a ballot. Which files each of them needs is a long list, so it stands here and not in what a phone
 * loads before its first dot.
 */
export const laterViews = {
  between: BetweenVotes,
  watch: async () => (await import('./ballot/WatchView')).WatchView,
  close: async () => (await import('./turnout/CloseVote')).CloseVote,
}
