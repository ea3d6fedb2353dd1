/** Rows of the keyboard map. */
export const keys = [
  { keys: 'N', does: 'Write a note; Enter adds it and starts the next' },
  { keys: 'Enter', does: 'Edit the note in focus' },
  { keys: '↑ ↓', does: 'Walk through a list of notes' },
  { keys: 'M', does: 'Move the note to…' },
  { keys: 'Alt ↑ ↓', does: 'Move the note within its cluster' },
  { keys: 'Shift Alt ← →', does: 'Move the note to another cluster' },
  { keys: 'Space', does: 'Select the note; Esc ends the selection' },
  { keys: 'Delete', does: 'Delete the note' },
  { keys: 'L', does: 'Switch between list and board' },
  { keys: 'Ctrl K', does: 'Find a note' },
  { keys: 'Ctrl Z, Shift Ctrl Z', does: 'Undo and redo what you did' },
]
