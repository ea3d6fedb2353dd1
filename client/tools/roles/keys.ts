/** Rows of the keyboard map. */
export const keys = [
  { keys: '← ↑ → ↓', does: 'Move in the role chart; Home and End go to the row’s ends' },
  { keys: 'Enter', does: 'Choose what a partner does in this responsibility' },
  { keys: 'R A C I', does: 'Set that letter in the cell in focus (L S I in lead and support)' },
  { keys: 'Delete', does: 'Clear the cell in focus' },
]
