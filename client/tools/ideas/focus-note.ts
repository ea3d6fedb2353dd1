import type { IdeaId } from '../../../shared/tools/ideas/schema'

/** Puts the focus on a note once it stands where it belongs; gives up after a few frames. */
export function focusNote(id: IdeaId, frames = 6): void {
  requestAnimationFrame(() => {
    const note = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`)
    if (note) {
      note.focus({ preventScroll: false })
      note.scrollIntoView({ block: 'nearest' })
    } else if (frames > 0) focusNote(id, frames - 1)
  })
}
