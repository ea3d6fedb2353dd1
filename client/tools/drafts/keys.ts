/** Rows of the keyboard map. */
export const keys = [
  { keys: 'Ctrl B, Ctrl I', does: 'Bold, italic in a draft' },
  { keys: 'Ctrl Alt M, or C outside the text', does: 'Comment on the selected words' },
  { keys: 'Ctrl Alt P, or P outside the text', does: 'Propose another wording for the selected words' },
  { keys: 'Ctrl Z, Shift Ctrl Z', does: 'Undo and redo what you wrote yourself' },
]
