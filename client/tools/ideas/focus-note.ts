import type { IdeaId } from '../../../shared/tools/ideas/schema'

/**
 * Puts the focus on a note once it stands where it belongs and a closing dialog has given its focus back; gives up
 * after a few frames.
 */
export function focusNote(id: IdeaId, frames = 6): void {
  requestAnimationFrame(() => setTimeout(() => find(id, frames), 0))
}

function find(id: IdeaId, frames: number): void {
  const note = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
  if (note) {
    note.focus()
    note.scrollIntoView({ block: 'nearest' })
  } else if (frames > 0) focusNote(id, frames - 1)
}
