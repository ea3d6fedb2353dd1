/** Rows of the keyboard map. */
export const keys = [
  { keys: 'Ctrl B, Ctrl I', does: 'Bold, italic in a draft' },
  { keys: 'Ctrl Z, Shift Ctrl Z', does: 'Undo and redo what you wrote yourself' },
]
