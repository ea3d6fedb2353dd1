/** Rows of the keyboard map. */
export const keys = [
  { keys: '+ −', does: 'Place a dot or units on the option in focus, or take them back' },
  { keys: '↑ ↓', does: 'Move the ranked option in focus up or down' },
  { keys: 'Delete', does: 'Take the ranked option in focus out of the ranking' },
]
