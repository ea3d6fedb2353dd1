/**
 * The screens around a ballot. Which files each of them needs is a long list, so it stands here and not in what a phone
 * loads before its first dot.
 */
export const laterViews = {
  setup: async () => (await import('./SetupView')).SetupView,
  results: async () => (await import('./ResultsView')).ResultsView,
  watch: async () => (await import('./WatchView')).WatchView,
  close: async () => (await import('./CloseVote')).CloseVote,
}
