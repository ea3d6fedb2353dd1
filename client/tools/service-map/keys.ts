/** Rows of the keyboard map. */
export const keys = [
  { keys: '← ↑ → ↓', does: 'Move in the service map' },
  { keys: 'Enter', does: 'Open a service, or add one where there is none' },
]
