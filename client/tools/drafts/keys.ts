/** Rows of the keyboard map. */
export const keys = [
  { keys: 'Ctrl B, Ctrl I', does: 'Bold, italic in a draft' },
  { keys: 'Ctrl Alt 1, 2, 3 and 0', does: 'Heading of that level, or a paragraph again' },
  { keys: 'Ctrl Shift 7, 8, 9', does: 'Numbered list, bullet list, list to tick' },
  { keys: 'Ctrl Alt K', does: 'Link on the selected words' },
  { keys: 'Alt F10, Esc', does: 'From the text to its toolbar, out of the text' },
  { keys: 'Ctrl Alt M, or C outside the text', does: 'Comment on the selected words' },
  { keys: 'Ctrl Alt P, or P outside the text', does: 'Propose another wording for the selected words' },
  { keys: 'Ctrl Z, Shift Ctrl Z', does: 'Undo and redo what you wrote yourself' },
]
